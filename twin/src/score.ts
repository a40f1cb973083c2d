import type { PersonTruth, Truth } from "./truth/truth-shape.ts";

/** What the service found for one person on the last day; doses in mg OME a day. */
export interface Found {
  readonly directed: { readonly min: number; readonly max: number };
  readonly supplied: number;
  readonly atLeast: boolean;
  readonly findings: readonly { readonly code: string }[];
}

export interface SituationScore {
  /** People in whom it was planted or follows from the regimen; `clear` of them by any reasonable rule. */
  readonly planted: number;
  readonly clear: number;
  readonly found: number;
  /** Of the clear ones, found; null where there are none. */
  readonly recall: number | null;
  /** Of those found, true; null where none was found. */
  readonly precision: number | null;
}

export interface Score {
  readonly people: number;
  /** People whose true dose at the end is above 0, or who have a part with no number. */
  readonly current: number;
  /** Share of people whose directed band is the true one. */
  readonly directedRight: number;
  /** Of people in whom nothing changed lately and no slip touches the last supplies. */
  readonly directedRightWhereSettled: number;
  /** Of people with a dose or an unknown part at the end; an empty register scores high on everyone, and not here. */
  readonly directedRightWhereCurrent: number;
  readonly directedRightWhereCurrentAndSettled: number;
  /** Of current people with a complete picture, share whose band holds what is truly taken. */
  readonly bandHoldsTaken: number;
  /** Of everyone, share whose supplied dose is within 0.1 mg; and the mean error, mg. */
  readonly suppliedRight: number;
  readonly suppliedMeanError: number;
  /** Of people with a part that has no number, share for whom the service says "at least". */
  readonly atLeastRecall: number;
  readonly situations: Readonly<Record<string, SituationScore>>;
  /** People whose directed band is wrong though settled, to look into. */
  readonly wrong: readonly string[];
}

const NEAR = 0.01;
const NEAR_SUPPLIED = 0.1;
const NOTHING: Found = { directed: { min: 0, max: 0 }, supplied: 0, atLeast: false, findings: [] };

const share = (part: number, of: number): number => (of === 0 ? 1 : part / of);
const near = (a: number, b: number, within = NEAR): boolean => Math.abs(a - b) <= within;
const bandRight = ({ end }: PersonTruth, { directed }: Found): boolean =>
  near(end.directed.min, directed.min) && near(end.directed.max, directed.max);

/**
 * How well the service recovers what was planted: doses, and each situation. A person whom the service does not name
 * counts as found with no dose and no finding.
 */
export const score = (truth: Pick<Truth, "persons">, found: ReadonlyMap<string, Found>): Score => {
  const pairs = truth.persons.map((person) => ({ person, found: found.get(person.person) ?? NOTHING }));
  const right = (some: typeof pairs): number =>
    share(some.filter((it) => bandRight(it.person, it.found)).length, some.length);
  const settled = pairs.filter(({ person }) => person.end.settled);
  const isCurrent = ({ person: { end } }: (typeof pairs)[number]): boolean => end.whole.max > 0 || end.atLeast;
  const current = pairs.filter(isCurrent);
  const complete = current.filter(({ person: { end } }) => !end.atLeast);
  const errors = pairs.map(({ person, found: it }) => Math.abs(person.end.supplied - it.supplied));
  const partial = pairs.filter(({ person: { end } }) => end.atLeast);
  return {
    people: pairs.length,
    current: current.length,
    directedRight: right(pairs),
    directedRightWhereSettled: right(settled),
    directedRightWhereCurrent: right(current),
    directedRightWhereCurrentAndSettled: right(settled.filter(isCurrent)),
    bandHoldsTaken: share(
      complete.filter(
        ({ person, found: { directed } }) =>
          directed.min - NEAR <= person.end.taken && person.end.taken <= directed.max + NEAR,
      ).length,
      complete.length,
    ),
    suppliedRight: share(errors.filter((error) => error <= NEAR_SUPPLIED).length, errors.length),
    suppliedMeanError: share(
      errors.reduce((sum, error) => sum + error, 0),
      errors.length,
    ),
    atLeastRecall: share(partial.filter((it) => it.found.atLeast).length, partial.length),
    situations: situationScores(pairs),
    wrong: settled.filter((it) => !bandRight(it.person, it.found)).map(({ person }) => person.person),
  };
};

const situationScores = (pairs: readonly { person: PersonTruth; found: Found }[]): Record<string, SituationScore> => {
  const codes = new Set(
    pairs.flatMap(({ person, found }) => [...person.situations, ...found.findings].map(({ code }) => code)),
  );
  return Object.fromEntries([...codes].toSorted().map((code) => [code, situationScore(pairs, code)]));
};

const situationScore = (pairs: readonly { person: PersonTruth; found: Found }[], code: string): SituationScore => {
  const has = (list: readonly { code: string }[]): boolean => list.some((it) => it.code === code);
  const planted = pairs.filter(({ person }) => has(person.situations));
  const clear = planted.filter(({ person }) => person.situations.some((it) => it.code === code && it.clear));
  const found = pairs.filter((it) => has(it.found.findings));
  return {
    planted: planted.length,
    clear: clear.length,
    found: found.length,
    recall: clear.length === 0 ? null : share(clear.filter((it) => has(it.found.findings)).length, clear.length),
    precision:
      found.length === 0 ? null : share(found.filter(({ person }) => has(person.situations)).length, found.length),
  };
};
