import type { Person } from "@concord/exchange/api";
import { useTranslation } from "react-i18next";
import { useRefer } from "../../refer/use-refer.ts";
import { May } from "../../session/may.tsx";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../words/use-words.ts";

/** Referrals that stand; each can be taken back. */
export const Referrals = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation("person");
  const { sayInstant } = useWords();
  const { takeBack } = useRefer();
  const standing = person.referrals.filter(({ undoneAt }) => undoneAt === null);
  if (standing.length === 0) return null;
  return (
    <section className="card" aria-labelledby="referred">
      <h2 id="referred">{t("referrals.title")}</h2>
      <ul className="lines">
        {standing.map(({ id, at, reason, selfReferral }) => {
          const date = sayInstant(at);
          return (
            <li key={id}>
              {t(selfReferral ? "referrals.oneSelf" : "referrals.one", { date, reason })}{" "}
              <May do="referral.change">
                <Button
                  look="link"
                  aria-label={t("referrals.undoOf", { date })}
                  disabled={takeBack.isPending}
                  onClick={() => takeBack.mutate({ id, person: person.person })}
                >
                  {t("referrals.undo")}
                </Button>
              </May>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
