import type { LogBreak, LogProof } from "@concord/exchange/api";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { proveLog } from "../../api/log.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemCard } from "../../ui/states.tsx";
import { useWords } from "../../words/use-words.ts";

const lastOf = (found: LogBreak): number => {
  if (found.what === "missing") return found.to;
  return found.what === "cut-off" ? found.anchor.number : found.entry;
};

const Whole = ({ proof: { head, compared } }: { readonly proof: LogProof }) => {
  const { t } = useTranslation("practice-log");
  const { sayInstant } = useWords();
  if (head === null) return null;
  return (
    <>
      <p>
        <b>{t("proof.whole", { number: head.number, at: sayInstant(head.at) })}</b>
      </p>
      <p>{compared > 0 ? t("proof.compared", { count: compared }) : t("proof.notCompared")}</p>
      <p>{t("proof.keep")}</p>
      <p className="mono">{`${head.number}:${head.hash}`}</p>
    </>
  );
};

const NotWhole = ({ proof: { breaks } }: { readonly proof: LogProof }) => {
  const { t } = useTranslation("practice-log");
  return (
    <div className="problem-card">
      <p>{t("proof.not")}</p>
      <ul className="lines">
        {breaks.map((found) => (
          <li key={`${found.what}${found.entry}`}>
            {t(`break.${found.what}`, { entry: found.entry, to: lastOf(found) })}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** Has the log followed from its first entry, and says what was found. */
export const Proof = () => {
  const { t } = useTranslation("practice-log");
  const check = useMutation({ mutationFn: proveLog });
  return (
    <section className="card proof" aria-labelledby="proof">
      <h2 id="proof">{t("proof.title")}</h2>
      <div role="status">
        {check.data !== undefined &&
          (check.data.whole ? <Whole proof={check.data} /> : <NotWhole proof={check.data} />)}
      </div>
      {check.error !== null && <ProblemCard error={check.error} />}
      <Button look="second" disabled={check.isPending} onClick={() => check.mutate()}>
        {t(check.isPending ? "proof.checking" : "proof.check")}
      </Button>
      <p className="quiet">{t("proof.command")}</p>
    </section>
  );
};
