import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { readingsQuery } from "../../api/unread-directions.ts";
import { May } from "../../session/may.tsx";
import { Button } from "../../ui/button.tsx";
import { Answer, Empty } from "../../ui/states.tsx";
import { useWords } from "../../words/use-words.ts";
import { useUndoReading } from "./use-readings.ts";
import { useUnit } from "./use-unit.ts";

/** Every text that a person has read, who read it and when, and the way to take it back. */
export const Readings = () => {
  const { t } = useTranslation("data-quality");
  const { sayCount, sayInstant } = useWords();
  const { sayReading } = useUnit();
  const list = useQuery(readingsQuery());
  const undo = useUndoReading();
  return (
    <section className="card" aria-labelledby="readings">
      <h2 id="readings">{t("readings.title")}</h2>
      <Answer of={list}>
        {({ readings }) =>
          readings.length === 0 ? (
            <Empty says={t("readings.none")} />
          ) : (
            <div className="scroll" role="region" aria-label={t("readings.table")} tabIndex={0}>
              <table className="plain">
                <thead>
                  <tr>
                    <th scope="col">{t("readings.product")}</th>
                    <th scope="col">{t("readings.directions")}</th>
                    <th scope="col">{t("readings.means")}</th>
                    <th scope="col">{t("readings.who")}</th>
                    <th scope="col" className="number">
                      {t("readings.people")}
                    </th>
                    <th scope="col">{t("readings.do")}</th>
                  </tr>
                </thead>
                <tbody>
                  {readings.map((one) => (
                    <tr key={one.id} className={one.undoneAt === null ? undefined : "undone"}>
                      <th scope="row">{one.product}</th>
                      <td className="said">{one.directions}</td>
                      <td>
                        <span>{sayReading(one, one.asNeeded, null)}</span>
                        {one.note !== "" && <span className="under">{t("readings.note", { note: one.note })}</span>}
                      </td>
                      <td>{t("readings.byWhen", { who: one.who, date: sayInstant(one.at) })}</td>
                      <td className="number">{one.person ?? sayCount(one.people)}</td>
                      <td>
                        {one.undoneAt === null ? (
                          <May do="reading.change">
                            <Button
                              look="small"
                              aria-label={t("readings.undoFor", { product: one.product, directions: one.directions })}
                              disabled={undo.isPending}
                              onClick={() => undo.mutate({ id: one.id, product: one.product })}
                            >
                              {t("readings.undo")}
                            </Button>
                          </May>
                        ) : (
                          <span className="quiet">{t("readings.wasUndone", { date: sayInstant(one.undoneAt) })}</span>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answer>
    </section>
  );
};
