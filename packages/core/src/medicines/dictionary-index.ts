import { compare, over, type Ratio } from "../quantity/ratio.ts";
import { allEntries, isDmd, STRENGTH_ONWARDS, type Brand, type Entry } from "./dictionary.ts";
import type { FormFamily } from "./form-words.ts";
import { COMBINATION_WORDS, OPIOID_WORDS } from "./ingredient-words.ts";
import { prepareName, tokensOf } from "./name-text.ts";
import { segmentsOf, type Amount } from "./name-strength.ts";
import type { KnownRange } from "./plausible-strength.ts";
import type { Opioid } from "./types.ts";

export interface Hit {
  readonly entry: Entry;
  readonly brand: Brand | null;
}

/** A brand by the words that name it, without the words that only tell its form or release. */
export interface BrandHit {
  readonly entry: Entry;
  readonly brand: Brand;
  /** All amounts that the brand name prints; empty for "Paramol tablets". */
  readonly amounts: readonly Amount[];
  /** All amounts that the generic name prints. */
  readonly genericAmounts: readonly Amount[];
  readonly prepared: string;
}

interface Index {
  readonly byDmd: ReadonlyMap<string, Hit>;
  readonly byBnf: ReadonlyMap<string, Hit>;
  /** By a whole prepared name: two products that share one have the same strength. */
  readonly byName: ReadonlyMap<string, Hit>;
  readonly brands: ReadonlyMap<string, readonly BrandHit[]>;
  readonly brandFirstWords: ReadonlySet<string>;
  readonly bySubstance: ReadonlyMap<Opioid, readonly Entry[]>;
  /** Known amounts of opioid and other ingredient, as "codeine|paracetamol|30|500". */
  readonly pairs: ReadonlySet<string>;
  readonly ranges: ReadonlyMap<string, KnownRange>;
}

const DROPPABLE = new Set(
  (
    "continus dtrans matrix reservoir liquid suspension insts sr xl pr mr retard melt intensive care concentrate " +
    "concentrated tablets capsules caplets oral solution linctus paediatric soluble effervescent dispersible chewable " +
    "orodispersible modified release sublingual buccal nasal spray lozenges with integral oromucosal applicator loz " +
    "transdermal patches suppositories for injection ampoules unit dose vials sugar free films granules sachets syrup " +
    "mixture hr 24hr lyophilisates micrograms relief pain headache sulfate and"
  ).split(" "),
);
/** Names made of plain words: known as a whole only. */
const PLAIN_NAMES = /^(migraine|dental|boots|j collis|solpadeine migraine)\b/;

const brandKey = (prepared: string): string =>
  prepared
    .replace(STRENGTH_ONWARDS, "")
    .split(/[^a-z0-9']/)
    .filter((word) => /[a-z]/.test(word) && !DROPPABLE.has(word) && !OPIOID_WORDS.has(word))
    .join(" ");

export const amountsIn = (prepared: string): readonly Amount[] =>
  segmentsOf(tokensOf(prepared) ?? []).flatMap((segment) => segment.groups.flatMap((group) => group.amounts));

const key = (value: Ratio): string => `${value.n}/${value.d}`;
export const pairKey = (opioid: Opioid, other: string, mg: Ratio, otherMg: Ratio): string =>
  `${opioid}|${other}|${key(mg)}|${key(otherMg)}`;
export const rangeKey = (opioid: Opioid, family: FormFamily, per: "unit" | "volume"): string =>
  `${opioid}|${family}|${per}`;

const push = <K, V>(map: Map<K, V[]>, at: K, value: V): void => {
  const list = map.get(at);
  if (list === undefined) map.set(at, [value]);
  else list.push(value);
};

const addRange = (ranges: Map<string, KnownRange>, entry: Entry): void => {
  if (entry.mg === null) return;
  const widen = (at: string, value: Ratio): void => {
    const known = ranges.get(at);
    ranges.set(at, {
      least: known === undefined || compare(value, known.least) < 0 ? value : known.least,
      most: known === undefined || compare(value, known.most) > 0 ? value : known.most,
    });
  };
  if (entry.row.countedIn !== "ml") widen(rangeKey(entry.row.substance, entry.family, "unit"), entry.mg);
  if (entry.ml !== null) widen(rangeKey(entry.row.substance, entry.family, "volume"), over(entry.mg, entry.ml));
};

const addPair = (pairs: Set<string>, entry: Entry, amounts: readonly Amount[]): void => {
  const { mg } = entry;
  const [other] = entry.row.with ?? [];
  if (other === undefined || mg === null) return;
  const [only, another] = amounts.filter((amount) => compare(amount.value, mg) !== 0);
  if (only !== undefined && another === undefined) pairs.add(pairKey(entry.row.substance, other, mg, only.value));
};

/** The index of any products: what `dictionary` keeps of all of them. */
export const indexOf = (entries: readonly Entry[]): Index => {
  const byDmd = new Map<string, Hit>();
  const byBnf = new Map<string, Hit>();
  const byName = new Map<string, Hit>();
  const brands = new Map<string, BrandHit[]>();
  const bySubstance = new Map<Opioid, Entry[]>();
  const pairs = new Set<string>();
  const ranges = new Map<string, KnownRange>();
  const add = (map: Map<string, Hit>, keys: readonly string[], hit: Hit): void => {
    for (const each of keys) if (!map.has(each)) map.set(each, hit);
  };
  for (const entry of entries) {
    const { row } = entry;
    const hit: Hit = { entry, brand: null };
    const prepared = prepareName(row.name);
    const genericAmounts = amountsIn(prepared);
    push(bySubstance, row.substance, entry);
    add(byName, [prepared], hit);
    if (isDmd(row.id)) byDmd.set(row.id, hit);
    add(byDmd, [...(row.previous ?? []), ...(row.amps ?? [])], hit);
    add(byBnf, row.bnf ?? [], hit);
    addRange(ranges, entry);
    addPair(pairs, entry, genericAmounts);
    for (const brand of row.brands ?? []) {
      const branded: Hit = { entry, brand };
      const brandPrepared = prepareName(brand.name);
      add(byName, [brandPrepared], branded);
      add(byDmd, brand.amps ?? [], branded);
      add(byBnf, brand.bnf ?? [], branded);
      const words = brandKey(brandPrepared);
      if (words === "" || PLAIN_NAMES.test(words) || COMBINATION_WORDS.has(words)) continue;
      push(brands, words, { entry, brand, amounts: amountsIn(brandPrepared), genericAmounts, prepared: brandPrepared });
    }
  }
  const brandFirstWords = new Set([...brands.keys()].map((words) => words.split(" ")[0] as string));
  return { byDmd, byBnf, byName, brands, brandFirstWords, bySubstance, pairs, ranges };
};

let index: Index | null = null;

/** The dictionary by code, name, brand and substance, built when first asked for. */
export const dictionary = (): Index => (index ??= indexOf(allEntries()));
