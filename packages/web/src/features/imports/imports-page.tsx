import type { ImportJob } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { importsQuery } from "../../api/imports.ts";
import { May } from "../../session/may.tsx";
import { Page } from "../../ui/page.tsx";
import { Answer, Empty } from "../../ui/states.tsx";
import { StackedTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.ts";
import { DropFile } from "./drop-file.tsx";
import { useFollowJobs } from "./follow-jobs.ts";
import "./imports.css";
import { JobState } from "./job-state.tsx";

const JobRow = ({ job }: { readonly job: ImportJob }) => {
  const { t } = useTranslation("imports");
  const { sayBytes, sayCount, sayInstant } = useWords();
  const when = job.finishedAt ?? job.startedAt;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Link to="/imports/$id" params={{ id: String(job.id) } as never}>
          {job.file}
        </Link>
        <span className="under">{t("list.size", { size: sayBytes(job.bytes) })}</span>
      </th>
      <td role="cell">
        <JobState job={job} />
      </td>
      <td role="cell" className="number" data-label={t("list.read")}>
        {sayCount(job.rowsRead)}
      </td>
      <td role="cell" className="number" data-label={t("list.used")}>
        {sayCount(job.used)}
      </td>
      <td role="cell" className="number" data-label={t("list.setAside")}>
        {sayCount(job.setAside)}
      </td>
      <td role="cell" className="number" data-label={t("list.refused")}>
        {sayCount(job.refused)}
      </td>
      <td role="cell" data-label={t("list.when")}>
        {when !== null && sayInstant(when)}
      </td>
    </tr>
  );
};

const HEADINGS = ["file", "state", "read", "used", "setAside", "refused", "when"] as const;
const NUMBERS = new Set<string>(["read", "used", "setAside", "refused"]);

const Jobs = ({ jobs }: { readonly jobs: readonly ImportJob[] }) => {
  const { t } = useTranslation("imports");
  if (jobs.length === 0) return <Empty says={t("list.none")} />;
  return (
    <StackedTable
      className="jobs"
      label={t("list.title")}
      columns={HEADINGS}
      says={(one) => t(`list.${one}`)}
      numbers={NUMBERS}
    >
      {jobs.map((job) => (
        <JobRow key={job.id} job={job} />
      ))}
    </StackedTable>
  );
};

export const ImportsPage = () => {
  const { t } = useTranslation("imports");
  const list = useQuery(importsQuery());
  useFollowJobs(list.data?.imports);
  return (
    <Page title={t("title")} beside={<p>{t("says")}</p>}>
      <May do="import.change">
        <DropFile replaces={null} />
      </May>
      <section className="card" aria-labelledby="imports">
        <h2 id="imports">{t("list.title")}</h2>
        <Answer of={list}>{({ imports }) => <Jobs jobs={imports} />}</Answer>
      </section>
    </Page>
  );
};
