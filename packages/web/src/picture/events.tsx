import type { DoseEvent } from "@concord/exchange/api";
import { useTranslation } from "react-i18next";
import { useWords } from "../words/use-words.ts";
import { EventSign } from "./chart/event-marks.tsx";
import { useSaidEvent } from "./words/use-said-event.ts";

/** Who started a medicine and who changed it, with the sign that stands for it on the chart. */
export const Events = ({ events }: { readonly events: readonly DoseEvent[] }) => {
  const { t } = useTranslation("person");
  const { sayDate } = useWords();
  const { sayEvent } = useSaidEvent();
  return (
    <div className="scroll tall" role="region" aria-label={t("events.label")} tabIndex={0}>
      <ul className="lines events">
        {events.toReversed().map((event, i) => (
          <li key={i}>
            <svg width="14" height="14" aria-hidden="true" focusable="false">
              <EventSign what={event.what} x={7} y={7} />
            </svg>
            <b>{sayDate(event.date)}</b>
            <span>{sayEvent(event)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
};
