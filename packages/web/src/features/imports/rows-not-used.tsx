import type { ImportJob } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { importRowsQuery } from "../../api/imports.ts";
import { writeSearch } from "../../app/address.ts";
import { SelectField } from "../../ui/field.tsx";
import { Paging } from "../../ui/paging.tsx";
import { Answer, Empty } from "../../ui/states.tsx";
import { useWords } from "../../words/use-words.ts";

interface RowsSearch {
  readonly outcome?: string;
  readonly reason?: string;
  readonly page?: string;
}

/** Each row that was not used: what stands there, what to do, and the row as it came. */
export const RowsNotUsed = ({ job }: { readonly job: ImportJob }) => {
  const { t } = useTranslation("imports");
  const { sayCount } = useWords();
  const navigate = useNavigate();
  const { outcome, reason, page } = useSearch({ strict: false }) as RowsSearch;
  const rows = useQuery(importRowsQuery(job.id, writeSearch({ outcome, reason, page })));
  const name = [...job.setAsideBy, ...job.refusedBy].find(({ code }) => code === reason)?.say ?? reason;
  return (
    <section className="card" aria-labelledby="rows">
      <h2 id="rows">{t("rows.title")}</h2>
      <div className="over-rows">
        <SelectField
          label={t("rows.show")}
          value={outcome ?? ""}
          choices={[
            { value: "", says: t("rows.all") },
            { value: "set-aside", says: t("rows.setAside") },
            { value: "refused", says: t("rows.refused") },
          ]}
          onChange={(value) =>
            void navigate({ to: ".", search: (value === "" ? {} : { outcome: value }) as never, resetScroll: false })
          }
        />
        {name !== undefined && (
          <p>
            <span>{t("rows.only", { reason: name })}</span>{" "}
            <Link to="." search={{ outcome }} resetScroll={false}>
              {t("rows.every")}
            </Link>
          </p>
        )}
      </div>
      <Answer of={rows}>
        {(data) =>
          data.rows.length === 0 ? (
            <Empty says={t("rows.none")} />
          ) : (
            <>
              <div className="scroll" role="region" aria-label={t("rows.caption")} tabIndex={0}>
                <table className="plain">
                  <caption className="unseen">{t("rows.caption")}</caption>
                  <thead>
                    <tr>
                      <th scope="col" className="number">
                        {t("rows.row")}
                      </th>
                      <th scope="col">{t("rows.why")}</th>
                      <th scope="col">{t("rows.found")}</th>
                      <th scope="col">{t("rows.todo")}</th>
                      <th scope="col">{t("rows.raw")}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.rows.map((row, at) => (
                      <tr key={`${row.part ?? ""} ${row.row} ${row.reason} ${at}`}>
                        <th scope="row" className="number">
                          {sayCount(row.row)}
                          {row.part !== null && <span className="under">{row.part}</span>}
                        </th>
                        <td>{row.say}</td>
                        <td className="said">{row.found}</td>
                        <td>{row.todo}</td>
                        <td className="said mono">{row.raw}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <Paging page={data.page} size={data.size} total={data.total} />
            </>
          )
        }
      </Answer>
    </section>
  );
};
