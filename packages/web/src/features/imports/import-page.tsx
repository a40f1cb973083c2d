import type { ImportJob } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/api-problem.ts";
import { importQuery, isUnderWay } from "../../api/imports.ts";
import { useMay } from "../../session/use-session.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Answer, Empty } from "../../ui/states.tsx";
import { useWords } from "../../words/use-words.ts";
import { DropFile } from "./drop-file.tsx";
import { useFollowJobs } from "./follow-jobs.ts";
import "./imports.css";
import { JobState } from "./job-state.tsx";
import { Reasons } from "./reasons.tsx";
import { RowsNotUsed } from "./rows-not-used.tsx";
import { WhatItHolds } from "./what-it-holds.tsx";

const Trace = ({ job }: { readonly job: ImportJob }) => {
  const { t } = useTranslation("imports");
  const link = (id: number, says: string) => (
    <Link to="/imports/$id" params={{ id: String(id) } as never}>
      {says}
    </Link>
  );
  return (
    <>
      {job.replacedBy !== null && (
        <div className="note kind">
          <p>{t("one.replacedBy")}</p>
          <p>{link(job.replacedBy, t("one.replacedByLink", { id: job.replacedBy }))}</p>
        </div>
      )}
      {job.replaces !== null && (
        <div className="note">
          <p>{t("one.replaces")}</p>
          <p>{link(job.replaces, t("one.replacesLink", { id: job.replaces }))}</p>
        </div>
      )}
      {job.error !== null && (
        <div className="problem-card" role="alert">
          <h2>{t("one.failed")}</h2>
          <p>{t("one.failedSays", { found: job.error.found })}</p>
          <p>{t("one.failedTodo", { todo: job.error.todo })}</p>
        </div>
      )}
    </>
  );
};

const Job = ({ job }: { readonly job: ImportJob }) => {
  const { t } = useTranslation("imports");
  const { sayInstant } = useWords();
  const mayChange = useMay()("import.change");
  const [replacing, setReplacing] = useState(false);
  const started = job.startedAt === null ? null : sayInstant(job.startedAt);
  return (
    <>
      <Trace job={job} />
      <section className="card" aria-labelledby="where">
        <h2 id="where">{t("one.where")}</h2>
        <div role="status">
          <JobState job={job} />
        </div>
        <p className="sum">
          <Trans
            t={t}
            i18nKey="one.sum"
            values={{ read: job.rowsRead, used: job.used, setAside: job.setAside, refused: job.refused }}
            components={{ b: <b /> }}
          />
        </p>
        {isUnderWay(job) && <p className="quiet">{t("one.sofar")}</p>}
        {started !== null && (
          <p className="quiet">
            {job.finishedAt === null
              ? t("one.started", { started })
              : t("one.when", { started, finished: sayInstant(job.finishedAt) })}
          </p>
        )}
        {mayChange && !isUnderWay(job) && job.state !== "replaced" && !replacing && (
          <Button look="second" onClick={() => setReplacing(true)}>
            {t("one.replace")}
          </Button>
        )}
      </section>
      {replacing && <DropFile replaces={job} />}
      <WhatItHolds job={job} />
      {!isUnderWay(job) && <Reasons job={job} />}
      {job.setAside + job.refused > 0 && <RowsNotUsed job={job} />}
    </>
  );
};

export const ImportPage = () => {
  const { t } = useTranslation("imports");
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const number = /^\d{1,9}$/.test(id) ? Number(id) : 0;
  const job = useQuery(importQuery(number));
  useFollowJobs(job.data === undefined ? undefined : [job.data]);
  const missing = job.error instanceof ApiProblem && (job.error.status === 404 || job.error.status === 400);
  return (
    <Page title={job.data?.file ?? t("title")}>
      <p>
        <Link to="/imports">{t("one.back")}</Link>
      </p>
      {missing ? (
        <Empty says={t("one.missing")} />
      ) : (
        <Answer of={job}>{(data) => <Job key={data.id} job={data} />}</Answer>
      )}
    </Page>
  );
};
