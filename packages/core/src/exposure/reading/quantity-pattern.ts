import type { CountWord } from "./count-words.ts";

/** Unit words of quantities as records write them, after "(s)" and the like are gone. */
const UNIT_WORDS: { readonly [word: string]: CountWord } = {
  tablet: "tablet",
  tablets: "tablet",
  tab: "tablet",
  tabs: "tablet",
  tbl: "tablet",
  caplet: "tablet",
  caplets: "tablet",
  capsule: "capsule",
  capsules: "capsule",
  cap: "capsule",
  caps: "capsule",
  patch: "patch",
  patches: "patch",
  ml: "ml",
  mls: "ml",
  millilitre: "ml",
  millilitres: "ml",
  milliliter: "ml",
  milliliters: "ml",
  g: "g",
  gm: "g",
  gram: "g",
  grams: "g",
  gramme: "g",
  grammes: "g",
  sachet: "sachet",
  sachets: "sachet",
  lozenge: "lozenge",
  lozenges: "lozenge",
  suppository: "suppository",
  suppositories: "suppository",
  supp: "suppository",
  supps: "suppository",
  spray: "spray",
  sprays: "spray",
  puff: "puff",
  puffs: "puff",
  actuation: "spray",
  actuations: "spray",
  film: "film",
  films: "film",
  ampoule: "ampoule",
  ampoules: "ampoule",
  amp: "ampoule",
  amps: "ampoule",
  ampule: "ampoule",
  ampules: "ampoule",
  cigarette: "cigarette",
  cigarettes: "cigarette",
  dose: "dose",
  doses: "dose",
  unit: "unit",
  units: "unit",
  each: "unit",
  ea: "unit",
};

const CONTAINERS: ReadonlySet<string> = new Set([
  "pack",
  "packs",
  "packet",
  "packets",
  "pkt",
  "pkts",
  "box",
  "boxes",
  "bottle",
  "bottles",
  "op",
  "original",
  "carton",
  "cartons",
  "tub",
  "tubs",
  "strip",
  "strips",
  "blister",
  "blisters",
  "container",
  "containers",
  "device",
  "devices",
]);

export type QuantityToken =
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "times" }
  | { readonly kind: "of" }
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  | { readonly kind: "unit"; readonly unit: CountWord }
  | { readonly kind: "container" }
  | { readonly kind: "word"; readonly text: string };

const TOKEN = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+|[a-z]+(?:-[a-z]+)*|[x*×()[\]]|\S/gu;

const tokenOf = (text: string): QuantityToken => {
  if (/^[\d.]/.test(text)) return { kind: "number", text: text.replaceAll(",", "") };
  if (text === "x" || text === "*" || text === "×") return { kind: "times" };
  if (text === "of") return { kind: "of" };
  if (text === "(" || text === "[") return { kind: "open" };
  if (text === ")" || text === "]") return { kind: "close" };
  if (CONTAINERS.has(text)) return { kind: "container" };
  return Object.hasOwn(UNIT_WORDS, text) ? { kind: "unit", unit: UNIT_WORDS[text]! } : { kind: "word", text };
};

/**
 * The tokens of a quantity: "1 pack of 28 capsule(s)" is number, container, of, number, unit.
 */
export const quantityTokens = (text: string): readonly QuantityToken[] => {
  const plain = text
    .toLowerCase()
    .replaceAll(/\((?:s|es|ies)\)/g, "")
    .replaceAll(/[{}]/g, " ")
    .replaceAll(/(\d)\s*x\s*(?=\d)/g, "$1 x ")
    .replaceAll(/([a-z])\.(?=\s|$)/g, "$1");
  return [...plain.matchAll(TOKEN)].map((match) => tokenOf(match[0]));
};
