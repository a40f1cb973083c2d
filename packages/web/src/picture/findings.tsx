import type { Person } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isPersonKey, issuesQuery } from "../api/people.ts";
import { Button } from "../ui/button.tsx";
import { useWords } from "../words/use-words.ts";
import { Opened } from "./opened.tsx";
import { useSaidFinding } from "./words/use-said-finding.ts";

type Finding = Person["findings"][number];

/** So many rows are shown before the others are asked for: a person looks up a few. */
const SHOWN = 8;

/** The rows that prove a finding, with what stands in them as soon as it is here. */
const Rows = ({ of, rows }: { readonly of: string; readonly rows: Finding["rows"] }) => {
  const { t } = useTranslation("person");
  const { sayDate } = useWords();
  const { data } = useQuery({ ...issuesQuery(of), enabled: isPersonKey(of) });
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, SHOWN);
  return (
    <>
      <ul className="lines evidence">
        {shown.map(({ file, row, date, product }, i) => {
          const issue = data?.issues.find((one) => one.row === row && one.file === file);
          return (
            <li key={`${file}${row} ${i}`}>
              <b>{sayDate(date)}</b> {product}
              {issue !== undefined && (
                <>
                  <br />
                  <q>{issue.directions}</q> <span className="quiet">{issue.quantity}</span>
                </>
              )}
              {file !== "" && (
                <>
                  <br />
                  <span className="source">{t("findings.row", { file, row })}</span>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {shown.length < rows.length && (
        <Button look="link" onClick={() => setAll(true)}>
          {t("findings.rest", { count: rows.length - shown.length })}
        </Button>
      )}
    </>
  );
};

const Source = ({ source: { citation, url } }: { readonly source: Finding["source"] }) => {
  const { t } = useTranslation("person");
  if (citation === "") return null;
  const says = t("findings.source", { citation });
  return (
    <p className="source">
      {url === null ? (
        says
      ) : (
        <a href={url} rel="noreferrer">
          {says}
        </a>
      )}
    </p>
  );
};

const One = ({ of, finding }: { readonly of: string; readonly finding: Finding }) => {
  const { t } = useTranslation("person");
  const { nameFinding } = useWords();
  const sayFinding = useSaidFinding();
  const year = finding.code === "long-term-use" && finding["months"] === 12;
  const name = year ? t("findings.twelveMonths") : nameFinding(finding.code);
  return (
    <li>
      <h3>{name}</h3>
      {sayFinding(finding).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Opened summary={t("findings.show", { count: finding.rows.length })} of={t("findings.of", { finding: name })}>
        <Rows of={of} rows={finding.rows} />
        <Source source={finding.source} />
      </Opened>
    </li>
  );
};

/** What a clinician should look at, each with the rows that prove it. No weight, no order of people. */
export const Findings = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation("person");
  return (
    <section className="card" aria-labelledby="worth-a-look">
      <h2 id="worth-a-look">{t("findings.title")}</h2>
      {person.findings.length === 0 ? (
        <p className="quiet">{t("findings.none")}</p>
      ) : (
        <ul className="findings">
          {person.findings.map((finding, i) => (
            <One key={`${finding.code}${i}`} of={person.key} finding={finding} />
          ))}
        </ul>
      )}
    </section>
  );
};
