import { explainDose, factorTable, FINDING_RULES, sayTable, type RegisterEntry } from "@concord/core";
import type { Account, PersonRecord, RowsByReason } from "@concord/exchange";
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

/** The mark until November 2025, which the finding on high dose names as `at120`. */
const FORMER_MARK = 120;

/** The doses at which to stop and think, as the rule on high dose has them. */
const marks = (): readonly MarkData[] => {
  const mg = FINDING_RULES.find((one) => one.code === "high-dose")?.defaults["mgPerDay"];
  const former = { mg: FORMER_MARK, says: "high dose until November 2025.", source: citation("high-dose", true) };
  return typeof mg === "number" ? [{ mg, says: "high dose.", source: citation("high-dose") }, former] : [former];
};

const inShownOrder = (a: PersonData, b: PersonData): number =>
  b.dose.max - a.dose.max || (b.dose.supplied ?? 0) - (a.dose.supplied ?? 0) || (a.id < b.id ? -1 : 1);

/** Every synthetic person is known by this; a page of nobody else is labelled so. */
const SYNTHETIC = /^SYN-/;

/** The folder that all files lie in, to be left out: a page is read elsewhere, where its path means nothing. */
const commonFolder = (files: readonly string[]): string => {
  const folders = files.map((file) => file.slice(0, file.lastIndexOf("/") + 1));
  let common = folders[0] ?? "";
  for (const folder of folders)
    while (!folder.startsWith(common)) common = common.slice(0, common.lastIndexOf("/", common.length - 2) + 1);
  return common;
};

const withoutFolder = (account: Account, folder: string): Account => {
  const name = (file: string): string => (file.startsWith(folder) ? file.slice(folder.length) : file);
  const named = <T extends { readonly file: string }>(one: T): T => ({ ...one, file: name(one.file) });
  const rows = (part: RowsByReason): RowsByReason => ({
    ...part,
    reasons: part.reasons.map((reason) => ({ ...reason, examples: reason.examples.map(named) })),
  });
  return {
    ...account,
    setAside: rows(account.setAside),
    refused: rows(account.refused),
    couldNotBeComputed: rows(account.couldNotBeComputed),
    files: account.files.map(named),
    failed: account.failed.map(named),
  };
};

export interface GrowingPage {
  add(record: PersonRecord, entry: RegisterEntry): void;
  finish(): string;
}

/** The page of a register, person by person. */
export const pageOfRegister = ({ records, on, table: id }: Loaded): GrowingPage => {
  const people: PersonData[] = [];
  const folder = commonFolder(records.account.files.map(({ file }) => file));
  const texts = new Texts(folder);
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
      return writePage(page, withoutFolder(records.account, folder), about.version);
    },
  };
};
