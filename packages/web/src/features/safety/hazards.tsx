import type { Hazard, Safety } from "@concord/exchange/api";
import { useTranslation } from "react-i18next";

const FACTS = ["cause", "effect", "control", "residual", "owner"] as const;

const One = ({ hazard }: { readonly hazard: Hazard }) => {
  const { t } = useTranslation("safety");
  const { id, status, tests } = hazard;
  return (
    <li>
      <details className="hazard">
        <summary>
          <span>{t("hazards.named", { id, hazard: hazard.hazard })}</span>{" "}
          <span className={status === "controlled" ? "chip calm" : "chip"}>{t(`hazards.status.${status}`)}</span>
        </summary>
        <dl className="facts">
          {FACTS.map((fact) => (
            <div key={fact}>
              <dt>{t(`hazards.${fact}`)}</dt>
              <dd>{hazard[fact]}</dd>
            </div>
          ))}
        </dl>
        {tests.length === 0 ? (
          <p className="quiet">{t("hazards.noTests")}</p>
        ) : (
          <>
            <p>{t("hazards.tests", { count: tests.length })}</p>
            <ul className="tests">
              {tests.map((name) => (
                <li key={name}>
                  <code>{name}</code>
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
    </li>
  );
};

/** What can go wrong, what controls it, and which test shows that. */
export const Hazards = ({ hazards, reviewedBy }: Pick<Safety, "hazards" | "reviewedBy">) => {
  const { t } = useTranslation("safety");
  return (
    <section className="card" aria-labelledby="hazards">
      <h2 id="hazards">{t("hazards.title")}</h2>
      <p className="quiet">
        <span>{t("hazards.says", { count: hazards.length })}</span>{" "}
        <span>{t("hazards.reviewed", { who: reviewedBy })}</span>
      </p>
      <ul className="hazards">
        {hazards.map((one) => (
          <One key={one.id} hazard={one} />
        ))}
      </ul>
    </section>
  );
};
