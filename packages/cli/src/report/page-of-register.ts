import { explainDose, factorTable, FINDING_RULES, sayTable, type RegisterEntry } from "@concord/core";
import type { PersonRecord } from "@concord/exchange";
import about from "../../package.json" with { type: "json" };
import type { Loaded } from "../records/load-records.ts";
import type { MarkData, PersonData } from "./page-data.ts";
import { personData, Texts } from "./person-data.ts";
import { writePage } from "./write-page.ts";

const citation = (code: string, otherwise = false): string => {
  const rule = FINDING_RULES.find((one) => one.code === code);
  const source = otherwise ? rule?.alsoSee?.[0] : rule?.source;
  return source?.kind === "published" ? source.citation : (source?.why ?? "");
};

/** The doses at which to stop and think, as the rule on high dose has them. */
const marks = (): readonly MarkData[] => {
  const defaults = FINDING_RULES.find((one) => one.code === "high-dose")?.defaults ?? {};
  const mark = (name: string, says: string, source: string): MarkData[] => {
    const mg = defaults[name];
    return typeof mg === "number" ? [{ mg, says, source }] : [];
  };
  return [
    ...mark("mgPerDay", "high dose.", citation("high-dose")),
    ...mark("formerMgPerDay", "high dose until November 2025.", citation("high-dose", true)),
  ];
};

const inShownOrder = (a: PersonData, b: PersonData): number =>
  b.dose.max - a.dose.max || (b.dose.supplied ?? 0) - (a.dose.supplied ?? 0) || (a.id < b.id ? -1 : 1);

/** Every synthetic person is known by this; a page of nobody else is labelled so. */
const SYNTHETIC = /^SYN-/;

export interface GrowingPage {
  add(record: PersonRecord, entry: RegisterEntry): void;
  finish(): string;
}

/** The page of a register, person by person. */
export const pageOfRegister = ({ records, on, table: id }: Loaded): GrowingPage => {
  const people: PersonData[] = [];
  const texts = new Texts();
  return {
    add: (record, entry) => {
      people.push(personData(record, entry, explainDose(record.issues, on), on, texts));
    },
    finish: () => {
      const table = factorTable(id);
      const page = {
        on,
        synthetic: people.length > 0 && people.every((one) => SYNTHETIC.test(one.id)),
        table: { id, name: sayTable(table), edition: table.edition, source: `${table.source} ${table.url}` },
        marks: marks(),
        texts: texts.all,
        people: people.sort(inShownOrder),
      };
      return writePage(page, records.account, about.version);
    },
  };
};
