import type { UnreadDirections } from "@concord/exchange/api";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { EachPerson } from "./each-person.tsx";
import { ReadingForm } from "./reading-form.tsx";

interface UnreadTextProps {
  readonly text: UnreadDirections;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/**
 * One text of the queue: what it says, why it was not understood, for how many, and the way to read it: once for
 * everyone, or person by person where it says no dose.
 */
export const UnreadText = ({ text, open, onOpen }: UnreadTextProps) => {
  const { t, i18n } = useTranslation("data-quality");
  const reason = i18n.exists(`data-quality:because.${text.reason}`) ? text.reason : "other";
  const id = useId();
  const written = text.directions.trim() === "" ? t("queue.nothing") : text.directions;
  return (
    <li className="card unread">
      <div className="what">
        <div>
          <h3>{text.product}</h3>
          <blockquote>{written}</blockquote>
          <p className="quiet">{t(`because.${reason}`, { part: text.because })}</p>
          {text.eachPerson && <p>{t("each.why")}</p>}
        </div>
        <div className="how-many">
          <p>{t("queue.people", { count: text.people, issues: t("queue.issues", { count: text.issues }) })}</p>
          {text.current > 0 && <p className="chip">{t("queue.current", { count: text.current })}</p>}
          {!text.eachPerson && text.examplePersonKey !== null && (
            <p>
              <Link to="/people/$key" params={{ key: text.examplePersonKey } as never}>
                {t("queue.example")}
              </Link>
            </p>
          )}
          <Button
            look={open ? "link" : "second"}
            aria-expanded={open}
            aria-controls={id}
            aria-label={
              open
                ? undefined
                : t(text.eachPerson ? "each.openFor" : "queue.readFor", { product: text.product, directions: written })
            }
            onClick={() => onOpen(!open)}
          >
            {t(open ? "queue.close" : text.eachPerson ? "each.open" : "queue.read")}
          </Button>
        </div>
      </div>
      <div id={id}>
        {open && text.eachPerson && <EachPerson text={text} />}
        {open && !text.eachPerson && <ReadingForm text={text} person={null} onDone={() => onOpen(false)} />}
      </div>
    </li>
  );
};
