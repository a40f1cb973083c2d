import { compare, ratio, times, type Ratio } from "../quantity/ratio.ts";
import { unitOf, type Token } from "./name-text.ts";

/** What the amounts of one strength are in: mg, a rate, or a bare number whose unit the name leaves out. */
export interface Amount {
  readonly value: Ratio;
  readonly unit: "mg" | "microgram/hour" | "none" | "unreadable";
}

/** One strength as printed: "30mg/500mg" has two amounts, "10mg/5ml" one amount and a volume. */
export interface StrengthGroup {
  readonly amounts: readonly Amount[];
  /** ml that the amounts are in; null for a counted thing. */
  readonly ml: Ratio | null;
  /** True where the name prints the volume as a number ("/1ml"), not as a bare "/ml". */
  readonly volumePrinted: boolean;
}

/** A part of the name between " / ", "+", "and": its words and its strengths. */
export interface Segment {
  readonly words: readonly string[];
  readonly groups: readonly StrengthGroup[];
  /** Volumes that stand alone: "1 ML morphine ...", "10mg/ml 2ml amp". */
  readonly volumes: readonly Ratio[];
}

const MASS: Readonly<Record<string, Ratio>> = { mg: ratio(1), microgram: ratio(1, 1000), g: ratio(1000) };
const ONE = ratio(1);
const THOUSAND = ratio(1000);

const amountOf = (value: Ratio, unit: string | null): Amount => {
  if (unit === null) return { value, unit: "none" };
  const mass = MASS[unit];
  return mass === undefined ? { value, unit: "unreadable" } : { value: times(value, mass), unit: "mg" };
};

const perHour = (amount: Amount): Amount =>
  amount.unit === "mg"
    ? { value: times(amount.value, THOUSAND), unit: "microgram/hour" }
    : { ...amount, unit: "unreadable" };

interface Reading {
  readonly group: StrengthGroup;
  readonly next: number;
}

const DENOMINATORS: ReadonlySet<string | null> = new Set(["ml", "l", "hour", "dose"]);

/** What a strength is taken per: "/5ml", "/ml", "/hour", "/dose". Null where the slash starts another part. */
const denominatorAt = (tokens: readonly Token[], at: number): { unit: string | null; value: Ratio | null } | null => {
  const token = tokens[at];
  if (token?.kind !== "number" && token?.kind !== "word") return null;
  const { unit, value } = token.kind === "number" ? token : { unit: unitOf(token.word), value: null };
  return DENOMINATORS.has(unit) ? { unit, value } : null;
};

const groupAt = (tokens: readonly Token[], start: number): Reading => {
  const first = tokens[start] as Extract<Token, { kind: "number" }>;
  let amounts: Amount[] = [amountOf(first.value, first.unit)];
  let ml: Ratio | null = null;
  let volumePrinted = false;
  let at = start + 1;
  for (;;) {
    const joint = tokens[at];
    const after = tokens[at + 1];
    if (joint?.kind === "hyphen" && after?.kind === "number") {
      amounts.push(amountOf(after.value, after.unit));
      at += 2;
      continue;
    }
    if (joint?.kind !== "slash") break;
    const per = denominatorAt(tokens, at + 1);
    if (per !== null) {
      if (per.value?.n === 0) amounts = amounts.map((amount) => ({ ...amount, unit: "unreadable" }));
      else if (per.unit === "ml") {
        ml = per.value ?? ONE;
        volumePrinted = per.value !== null;
      } else if (per.unit === "hour" && (per.value === null || compare(per.value, ONE) === 0))
        amounts = amounts.map(perHour);
      else if (per.unit === "hour" || per.unit === "l")
        amounts = amounts.map((amount) => ({ ...amount, unit: "unreadable" }));
      at += 2;
      break;
    }
    if (after?.kind !== "number") break;
    amounts.push(amountOf(after.value, after.unit));
    at += 2;
  }
  return { group: { amounts, ml, volumePrinted }, next: at };
};

/** The parts of a tokenised name, each with its own words and strengths. Hours and pack counts are no strengths. */
export const segmentsOf = (tokens: readonly Token[]): readonly Segment[] => {
  const segments: Segment[] = [];
  let words: string[] = [];
  let groups: StrengthGroup[] = [];
  let volumes: Ratio[] = [];
  const close = (): void => {
    segments.push({ words, groups, volumes });
    [words, groups, volumes] = [[], [], []];
  };
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at] as Token;
    if (token.kind === "number") {
      if (token.unit === "hour" || token.unit === "dose") at += 1;
      else if (token.unit === "ml" && tokens[at + 1]?.kind !== "slash") {
        volumes.push(token.value);
        at += 1;
      } else {
        const { group, next } = groupAt(tokens, at);
        groups.push(group);
        at = next;
      }
      continue;
    }
    if (token.kind === "word") words.push(token.word);
    else if (token.kind !== "hyphen") close();
    at += 1;
  }
  close();
  return segments;
};

/** Pack counts and "7-day" left out: a bare number is a strength only where no amount with a unit stands beside it. */
export const strengthsOnly = (groups: readonly StrengthGroup[]): readonly StrengthGroup[] => {
  const withUnit = groups.filter((group) => group.amounts.some((amount) => amount.unit !== "none"));
  return withUnit.length > 0 ? withUnit : groups;
};
