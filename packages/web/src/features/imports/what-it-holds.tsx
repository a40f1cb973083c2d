import type { ImportJob } from "@concord/exchange/api";
import { useTranslation } from "react-i18next";

/** Which format a file was found to have and, of an archive, which files in it are read and which are not. */
export const WhatItHolds = ({ job }: { readonly job: ImportJob }) => {
  const { t, i18n } = useTranslation("imports");
  const sayFormat = (format: string): string =>
    i18n.exists(`imports:format.${format}`) ? t(`format.${format}`) : format;
  if (job.format === null) return null;
  return (
    <section className="card" aria-labelledby="holds">
      <h2 id="holds">{t("holds.title")}</h2>
      {job.parts.length === 0 ? (
        <p>{sayFormat(job.format)}</p>
      ) : (
        <>
          <p>{t("holds.archive", { count: job.parts.length })}</p>
          <ul>
            {job.parts.map(({ file, format }) => (
              <li key={file}>{t("holds.part", { file, format: sayFormat(format) })}</li>
            ))}
          </ul>
        </>
      )}
      {job.notRead.length > 0 && (
        <details>
          <summary>{t("holds.notRead", { count: job.notRead.length })}</summary>
          <ul>
            {job.notRead.map(({ file, why }) => (
              <li key={file}>{t("holds.part", { file, format: why })}</li>
            ))}
          </ul>
        </details>
      )}
      {job.corrected > 0 && <p>{t("holds.corrected", { count: job.corrected })}</p>}
      {job.remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </section>
  );
};
