import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { workingQuery } from "../../api/people.ts";
import { Answer } from "../../ui/states.tsx";

const METHOD = "docs/method.md";

/** How the dose of a day comes about, step by step; `on` null is the day of the register. */
export const Working = ({ reference, on }: { readonly reference: string; readonly on: string | null }) => {
  const { t } = useTranslation("person");
  const answer = useQuery(workingQuery(reference, on));
  return (
    <Answer of={answer} lines={4}>
      {({ steps }) =>
        steps.length === 0 ? (
          <p className="quiet">{t("working.none")}</p>
        ) : (
          <>
            <p className="quiet">{t("working.says")}</p>
            <ol className="working">
              {steps.map(({ say, source }, i) => (
                <li key={i}>
                  {say} <span className="source">{source === METHOD ? t("working.method") : source}</span>
                </li>
              ))}
            </ol>
          </>
        )
      }
    </Answer>
  );
};
