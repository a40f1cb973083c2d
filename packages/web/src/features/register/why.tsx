import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { personQuery } from "../../api/people.ts";
import type { PersonNamed } from "../../refer/use-refer.ts";
import { Answer } from "../../ui/states.tsx";

/** Each finding of a person in its sentence, with who says that it is worth a look. */
export const Why = ({ of: { person, key } }: { readonly of: PersonNamed }) => {
  const { t } = useTranslation("register");
  const details = useQuery(personQuery(key));
  return (
    <section className="why" aria-label={t("why.title", { person })}>
      <Answer of={details} lines={2}>
        {({ findings }) => (
          <>
            {findings.length === 0 && <p>{t("why.none")}</p>}
            <ul className="reasons">
              {findings.map((one, i) => (
                // Two of one kind may stand beside each other, with other medicines.
                <li key={`${one.code}-${i}`}>
                  <b>{one.title}</b>
                  <p>{one.says ?? t("why.noSentence")}</p>
                  <p className="source">{one.source.citation}</p>
                </li>
              ))}
            </ul>
            <Link to="/people/$key" params={{ key } as never} search={true as never} state={true as never}>
              {t("why.page", { person })}
            </Link>
          </>
        )}
      </Answer>
    </section>
  );
};
