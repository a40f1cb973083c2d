import type { Acceptance } from "@concord/exchange/api";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Empty, ProblemCard } from "../../ui/states.tsx";
import { useWords } from "../../words/use-words.ts";
import { useAcceptance } from "./use-acceptance.ts";

const Row = ({ one }: { readonly one: Acceptance }) => {
  const { sayInstant } = useWords();
  return (
    <tr>
      <th scope="row">{one.officer}</th>
      <td>{one.registration}</td>
      <td>{one.version}</td>
      <td>{sayInstant(one.at)}</td>
      <td>{one.withdrawnAt !== null && sayInstant(one.withdrawnAt)}</td>
    </tr>
  );
};

const COLUMNS = ["officer", "registration", "version", "recorded", "withdrawn"] as const;

/** Who accepted dose support, when and as what; an administrator can switch it off. */
export const Acceptances = ({
  all,
  mayWithdraw,
}: {
  readonly all: readonly Acceptance[];
  readonly mayWithdraw: boolean;
}) => {
  const { t } = useTranslation("safety");
  const { withdraw } = useAcceptance();
  const stands = all.some(({ withdrawnAt }) => withdrawnAt === null);
  return (
    <section className="card" aria-labelledby="acceptances">
      <h2 id="acceptances">{t("acceptances.title")}</h2>
      {all.length === 0 ? (
        <Empty says={t("acceptances.none")} />
      ) : (
        <div className="over-wide" role="region" aria-label={t("acceptances.table")} tabIndex={0}>
          <table className="plain">
            <thead>
              <tr>
                {COLUMNS.map((one) => (
                  <th scope="col" key={one}>
                    {t(`acceptances.${one}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {all.map((one) => (
                <Row key={one.id} one={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayWithdraw && stands && (
        <p className="actions">
          <Button look="warning" disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t("withdraw.button")}
          </Button>
        </p>
      )}
      {withdraw.error !== null && <ProblemCard error={withdraw.error} />}
    </section>
  );
};
