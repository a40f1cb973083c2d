import { FINDING_CODES } from "@concord/core";
import {
  AGE_BANDS,
  type FindingCode,
  type RegisterFacets,
  type RegisterPage,
  type RegisterQuery,
  type RegisterRow,
} from "@concord/exchange/api";
import type { RegisterFacetsFound } from "../store/queries/register-facets.ts";
import type { RegisterPageFound, RegisterRowFound } from "../store/queries/register-page.ts";

const NANOGRAMS = 1_000_000;

/** ng as the store sorts by, as mg for people and programs. */
export const milligramsOf = (nanograms: number): number => nanograms / NANOGRAMS;

const presentRow = (row: RegisterRowFound): RegisterRow => ({
  person: row.reference,
  key: row.key,
  birthYear: row.birthYear,
  age: row.age,
  sex: row.sex,
  registered: row.registered,
  directed: { min: milligramsOf(row.directedMinNg), max: milligramsOf(row.directedMaxNg) },
  supplied: milligramsOf(row.suppliedNg),
  atLeast: row.atLeast,
  notReadable: row.notReadable,
  since: row.since,
  medicines: [...row.medicines],
  substances: [...row.substances],
  findings: row.findings.map((finding) => ({ ...finding, code: finding.code as FindingCode })),
  lastIssue: row.lastIssue,
  prescriber: row.prescriber,
  spark: row.spark.map(([day, directed, supplied]) => [day, directed, supplied]),
  referred: row.referred,
  inBasket: row.inBasket,
});

export const presentRegister = (
  asOf: string,
  found: RegisterPageFound,
  { page, size }: RegisterQuery,
): RegisterPage => ({
  asOf,
  total: found.total,
  onRegister: found.onRegister,
  current: found.current,
  counts: Object.fromEntries(FINDING_CODES.map((code) => [code, found.counts[code] ?? 0])) as RegisterPage["counts"],
  at120: found.at120,
  rows: found.rows.map(presentRow),
  page,
  size,
});

export const presentFacets = ({ substances, prescribers, ages }: RegisterFacetsFound): RegisterFacets => ({
  substances: [...substances],
  prescribers: [...prescribers],
  ageBands: AGE_BANDS.map((band) => ({ band, people: ages.find((one) => one.band === band)?.people ?? 0 })),
});
