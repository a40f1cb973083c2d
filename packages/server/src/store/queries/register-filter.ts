import type { RegisterFilter } from "@concord/exchange/api";
import { sql, type RawBuilder } from "kysely";

const NANOGRAMS = 1_000_000;

const AGES: Readonly<Record<NonNullable<RegisterFilter["ageBand"]>, RawBuilder<unknown>>> = {
  "0-17": sql`age between 0 and 17`,
  "18-39": sql`age between 18 and 39`,
  "40-64": sql`age between 40 and 64`,
  "65-79": sql`age between 65 and 79`,
  "80+": sql`age >= 80`,
  "not-known": sql`age is null`,
};

export const isReferred = sql`exists (
  select from referral where referral.person_id = register_row.person_id and referral.undone_at is null)`;

export const inBasketOf = (month: string) => sql`exists (
  select from basket where basket.month = ${month} and basket.person_id = register_row.person_id)`;

const either = (answer: "yes" | "no", condition: RawBuilder<unknown>): RawBuilder<unknown> =>
  answer === "yes" ? condition : sql`not ${condition}`;

/** A part of a reference or of a medicine's name, whatever its case. */
const has = (text: string): RawBuilder<unknown> => sql`(
  strpos(lower(reference), lower(${text})) > 0
  or exists (select from unnest(medicines) medicine where strpos(lower(medicine), lower(${text})) > 0))`;

/** Everything that the register is filtered by but its findings, as one condition on `register_row`. */
export const registerConditions = (filter: RegisterFilter): RawBuilder<unknown> => {
  const conditions: RawBuilder<unknown>[] = [];
  const when = <T>(value: T | undefined, condition: (value: T) => RawBuilder<unknown>): void => {
    if (value !== undefined) conditions.push(condition(value));
  };
  when(filter.doseMin, (mg) => sql`directed_max_ng >= ${Math.round(mg * NANOGRAMS)}`);
  when(filter.doseMax, (mg) => sql`directed_max_ng <= ${Math.round(mg * NANOGRAMS)}`);
  when(filter.substance, (name) => sql`substances @> array[${name}]::text[]`);
  when(filter.ageBand, (band) => AGES[band]);
  when(filter.prescriber, (name) => sql`prescriber = ${name}`);
  when(filter.lastIssueFrom, (day) => sql`last_issue >= ${day}`);
  when(filter.lastIssueTo, (day) => sql`last_issue <= ${day}`);
  when(filter.current, (answer) => either(answer, sql`current`));
  when(filter.referred, (answer) => either(answer, isReferred));
  when(filter.basket, inBasketOf);
  when(filter.search?.trim() || undefined, has);
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
};

/** The findings that all of the people must have. */
export const registerFindings = ({ finding = [] }: RegisterFilter): RawBuilder<unknown> =>
  finding.length === 0 ? sql`true` : sql`findings @> ${[...finding]}::text[]`;
