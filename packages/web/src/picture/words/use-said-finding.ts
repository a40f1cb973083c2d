import type { Person } from "@concord/exchange/api";
import { useTranslation } from "react-i18next";
import { sayAverageMg, sayMg, useWords } from "../../words/use-words.ts";
import { useLists } from "./use-lists.ts";

type Facts = Readonly<Record<string, unknown>>;

const each = (fact: unknown): readonly Facts[] => (Array.isArray(fact) ? (fact as Facts[]) : []);
const texts = (fact: unknown): readonly string[] => (Array.isArray(fact) ? fact.map(String) : []);

/** Facts of which a finding has several, each worth a sentence of its own. */
const PARTS: Readonly<Record<string, string>> = {
  "supply-ahead": "substances",
  "supply-behind": "substances",
  "patch-wear-conflict": "patches",
  "unreadable-directions": "directions",
};

/** What is named after mg is a dose; an average over a window has no decimals that mean anything. */
const sayNumber = (name: string, fact: number): string | number => {
  if (!/Mg(PerDay)?$/.test(name)) return fact;
  return name.startsWith("supplied") ? sayAverageMg(fact) : sayMg(fact);
};

const contextOf = (code: string, facts: Facts): string | undefined => {
  if (code !== "high-dose" && code !== "rising-dose") return undefined;
  return facts["by"] === "directed and supplied" ? "both" : String(facts["by"]);
};

/** A finding in sentences, each whole in the catalogue and made of the finding's own evidence. */
export const useSaidFinding = () => {
  const { t, i18n } = useTranslation("person");
  const { sayDate } = useWords();
  const { sayAll } = useLists();
  /** Facts as people write them: what is named after mg as a dose, dates as dates, lists joined. */
  const written = (facts: Facts): Record<string, string | number> => {
    const all: Record<string, string | number> = {};
    for (const [name, fact] of Object.entries(facts)) {
      if (typeof fact === "number") all[name] = sayNumber(name, fact);
      else if (typeof fact === "string") all[name] = /^\d{4}-\d\d-\d\d$/.test(fact) ? sayDate(fact) : fact;
      else if (Array.isArray(fact) && fact.every((one) => typeof one !== "object")) all[name] = sayAll(texts(fact));
    }
    return all;
  };
  return (finding: Person["findings"][number]): readonly string[] => {
    const { code } = finding;
    const key = `finding.${code}`;
    const context = contextOf(code, finding);
    if (!i18n.exists(`person:${key}${context === undefined ? "" : `_${context}`}`)) return [finding.title];
    const part = PARTS[code];
    const facts = part === undefined ? [finding] : each(finding[part]);
    const sentences = facts.map((one) => t(key, { ...written(one), ...(context === undefined ? {} : { context }) }));
    return finding["at120"] === true ? [...sentences, t("finding.at120")] : sentences;
  };
};
