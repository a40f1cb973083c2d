import type { Working as Explained } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { workingQuery } from "../api/people.ts";
import { Answer } from "../ui/states.tsx";

type Step = Explained["steps"][number];

const METHOD = "docs/method.md";

const PARTS = ["directed", "supplied", "apart"] as const;

/** One part of the working, its numbers going on from those before; the first two end with the dose itself. */
const Part = ({
  part,
  steps,
  before,
}: {
  readonly part: Step["part"];
  readonly steps: readonly Step[];
  readonly before: number;
}) => {
  const { t } = useTranslation("person");
  return (
    <>
      <h3>{t(`working.${part}`)}</h3>
      <ol className="working" start={before + 1}>
        {steps.map(({ say, source }, i) => (
          <li key={i}>
            {part !== "apart" && i === steps.length - 1 ? <b>{say}</b> : say}{" "}
            <span className="source">{source === METHOD ? t("working.method") : source}</span>
          </li>
        ))}
      </ol>
    </>
  );
};

/** How the dose of a day comes about, step by step; `on` null is the day of the register. */
export const Working = ({ of, on }: { readonly of: string; readonly on: string | null }) => {
  const { t } = useTranslation("person");
  const answer = useQuery(workingQuery(of, on));
  return (
    <Answer of={answer} lines={4}>
      {({ steps }) =>
        steps.length === 0 ? (
          <p className="quiet">{t("working.none")}</p>
        ) : (
          <>
            <p className="quiet">{t("working.says")}</p>
            {PARTS.map((part) => {
              const own = steps.filter((step) => step.part === part);
              const before = steps.findIndex((step) => step.part === part);
              return own.length > 0 && <Part key={part} part={part} steps={own} before={before} />;
            })}
          </>
        )
      }
    </Answer>
  );
};
