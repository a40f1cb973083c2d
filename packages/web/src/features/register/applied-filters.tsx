import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../words/use-words.ts";
import { SINGLE_FILTERS, type SingleFilter } from "./register-search.ts";
import { useRegisterSearch } from "./use-register-search.ts";

/** The filters in use in words, each with a way to take it away. */
export const AppliedFilters = () => {
  const { t } = useTranslation("register");
  const { nameFinding, sayDate, sayMonth } = useWords();
  const { search, set, clear } = useRegisterSearch();
  const says: Readonly<Record<SingleFilter, (value: string) => string>> = {
    doseMin: (mg) => t("applied.doseMin", { mg }),
    doseMax: (mg) => t("applied.doseMax", { mg }),
    substance: (substance) => t("applied.substance", { substance }),
    ageBand: (band) => t("applied.ageBand", { band: t(`ageBands.${band}`) }),
    prescriber: (name) => t("applied.prescriber", { name }),
    lastIssueFrom: (date) => t("applied.lastIssueFrom", { date: sayDate(date) }),
    lastIssueTo: (date) => t("applied.lastIssueTo", { date: sayDate(date) }),
    current: (value) => t(`applied.current.${value === "no" ? "no" : "yes"}`),
    referred: (value) => t(`applied.referred.${value === "no" ? "no" : "yes"}`),
    basket: (month) => t("applied.basket", { month: sayMonth(month) }),
    search: (text) => t("applied.search", { text }),
  };
  const findings = search.finding ?? [];
  const applied = [
    ...findings.map((code) => ({
      key: code,
      says: t("applied.finding", { finding: nameFinding(code) }),
      remove: () => set({ finding: findings.filter((one) => one !== code) }),
    })),
    ...SINGLE_FILTERS.flatMap((name) => {
      const value = search[name];
      return value === undefined
        ? []
        : [{ key: name, says: says[name](value), remove: () => set({ [name]: undefined }) }];
    }),
  ];
  if (applied.length === 0) return null;
  return (
    <ul className="filters applied" aria-label={t("applied.label")}>
      {applied.map((one) => (
        <li key={one.key}>
          <button
            type="button"
            className="filter chosen"
            aria-label={t("applied.remove", { filter: one.says })}
            onClick={one.remove}
          >
            <span>{one.says}</span> <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <Button look="link" onClick={clear}>
          {t("applied.clear")}
        </Button>
      </li>
    </ul>
  );
};
