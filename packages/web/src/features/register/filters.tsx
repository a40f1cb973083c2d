import type { RegisterFacets, RegisterPage } from "@concord/exchange/api";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { SelectField, TextField } from "../../ui/field.tsx";
import { FINDINGS } from "../../words/findings.ts";
import { useWords } from "../../words/use-words.ts";
import type { SingleFilter } from "./register-search.ts";
import { useRegisterSearch } from "./use-register-search.ts";

const WAIT_MS = 250;

/** Filters once the typing rests; what the page is asked for wins when it changes by itself. */
const Typed = ({
  name,
  label,
  type = "text",
  width,
}: {
  readonly name: SingleFilter;
  readonly label: string;
  readonly type?: "text" | "search" | "date";
  readonly width?: "short" | "date";
}) => {
  const { search, set } = useRegisterSearch();
  const kept = search[name] ?? "";
  const [typed, setTyped] = useState(kept);
  // What else was chosen while the typing rested is kept.
  const latest = useRef(set);
  useEffect(() => {
    latest.current = set;
  });
  useEffect(() => setTyped(kept), [kept]);
  useEffect(() => {
    if (typed.trim() === kept) return undefined;
    const timer = setTimeout(() => latest.current({ [name]: typed.trim() }, true), WAIT_MS);
    return () => clearTimeout(timer);
    // Only typing starts the wait; an address that changes meanwhile is taken over above.
  }, [typed]);
  return (
    <TextField
      label={label}
      type={type}
      value={typed}
      spellCheck={false}
      {...(width === undefined ? {} : { width })}
      {...(width === "short" ? { inputMode: "decimal" as const } : {})}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
};

const FindingFilters = ({ page }: { readonly page: RegisterPage | undefined }) => {
  const { t } = useTranslation("register");
  const { nameFinding, sayCount } = useWords();
  const { search, set } = useRegisterSearch();
  const chosen = search.finding ?? [];
  const counts: Readonly<Record<string, number>> = page?.counts ?? {};
  const shown = FINDINGS.filter((code) => chosen.includes(code) || (counts[code] ?? 0) > 0);
  return (
    <fieldset>
      <legend>{t("findings.legend")}</legend>
      <div className="filters">
        {shown.map((code) => (
          <button
            key={code}
            type="button"
            className="filter"
            aria-pressed={chosen.includes(code)}
            onClick={() =>
              set({ finding: chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code] })
            }
          >
            <span>{nameFinding(code)}</span> <span className="of">{sayCount(counts[code] ?? 0)}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
};

const MORE: readonly SingleFilter[] = [
  "doseMin",
  "doseMax",
  "substance",
  "ageBand",
  "prescriber",
  "lastIssueFrom",
  "lastIssueTo",
  "current",
  "referred",
];

const MoreFilters = ({ facets }: { readonly facets: RegisterFacets | undefined }) => {
  const { t } = useTranslation("register");
  const { search, set } = useRegisterSearch();
  const any = { value: "", says: t("more.any") };
  const plain = (values: readonly string[]) => values.map((value) => ({ value, says: value }));
  const choice = (name: SingleFilter, choices: readonly { value: string; says: string }[]) => (
    <SelectField
      label={t(`more.${name}`)}
      value={search[name] ?? ""}
      choices={[any, ...choices]}
      onChange={(value) => set({ [name]: value })}
    />
  );
  const yesNo = ["yes", "no"].map((value) => ({ value, says: t(`more.${value}`) }));
  const ages = facets?.ageBands.map(({ band, people }) => ({
    value: band,
    says: t("more.ageChoice", { band: t(`ageBands.${band}`), people }),
  }));
  return (
    <details className="more" open={MORE.some((name) => search[name] !== undefined)}>
      <summary>{t("more.title")}</summary>
      <div className="fields">
        <Typed name="doseMin" label={t("more.doseMin")} width="short" />
        <Typed name="doseMax" label={t("more.doseMax")} width="short" />
        {choice("substance", plain(facets?.substances ?? []))}
        {choice("ageBand", ages ?? [])}
        {choice("prescriber", plain(facets?.prescribers ?? []))}
        <Typed name="lastIssueFrom" label={t("more.lastIssueFrom")} type="date" width="date" />
        <Typed name="lastIssueTo" label={t("more.lastIssueTo")} type="date" width="date" />
        {choice("current", yesNo)}
        {choice("referred", yesNo)}
      </div>
    </details>
  );
};

/** Everything that the register can be narrowed by. */
export const Filters = ({
  page,
  facets,
}: {
  readonly page: RegisterPage | undefined;
  readonly facets: RegisterFacets | undefined;
}) => {
  const { t } = useTranslation("register");
  return (
    <>
      <Typed name="search" label={t("search.label")} type="search" />
      <FindingFilters page={page} />
      <MoreFilters facets={facets} />
    </>
  );
};
