import type { DoseUnit } from "../types.ts";

const SPELLINGS: readonly [DoseUnit, string][] = [
  ["tablet", "tab tabs tablet tablets tb tabl tabls caplet caplets pill pills tabet tablest tablte"],
  ["capsule", "cap caps capsule capsules capsul capule capules"],
  ["patch", "patch patches ptch patchs pachs pacth plaster plasters"],
  ["ml", "ml mls millilitre millilitres milliliter milliliters mil mils"],
  ["mg", "mg mgs milligram milligrams milligramme milligrammes mgm"],
  ["microgram", "mcg mcgs microgram micrograms microgramme microgrammes ug mcgm mcgram"],
  ["g", "g gm gms gram grams gramme grammes"],
  ["drop", "drop drops gtt gutt"],
  ["dose", "dose doses applicatorful blister blisters inhalation inhalations actuation actuations nebulisation"],
  ["sachet", "sachet sachets sach sachs satchet satchets sachett"],
  ["lozenge", "lozenge lozenges pastille pastilles"],
  ["suppository", "suppository suppositories supp supps suppos"],
  ["spray", "spray sprays"],
  ["puff", "puff puffs"],
  ["film", "film films wafer wafers"],
  ["ampoule", "ampoule ampoules ampule ampules amp amps vial vials"],
  ["nebule", "nebule nebules"],
  ["pessary", "pessary pessaries"],
  ["enema", "enema enemas"],
  ["injection", "injection injections"],
  ["pump", "pump pumps"],
  ["scoop", "scoop scoops"],
  ["unit", "unit units iu squirt squirts"],
];

/** Each spelling of a unit that prescribers write, to the unit. */
export const UNIT_WORDS: ReadonlyMap<string, DoseUnit> = new Map(
  SPELLINGS.flatMap(([unit, words]) => words.split(" ").map((word): [string, DoseUnit] => [word, unit])),
);

/** Amounts of substance or volume rather than a count of things. */
export const MEASURED: ReadonlySet<DoseUnit> = new Set<DoseUnit>(["mg", "microgram", "g", "ml"]);

/** Words for a spoon, with its size in ml (the 5 ml spoon is the one that UK pharmacies supply). */
export const SPOON_ML: ReadonlyMap<string, number> = new Map([
  ["spoon", 5],
  ["spoons", 5],
  ["spoonful", 5],
  ["spoonfuls", 5],
  ["spoonsful", 5],
  ["spoonfull", 5],
  ["spoonfulls", 5],
  ["teaspoon", 5],
  ["teaspoons", 5],
  ["teaspoonful", 5],
  ["teaspoonfuls", 5],
  ["tsp", 5],
  ["tablespoon", 15],
  ["tablespoons", 15],
  ["tablespoonful", 15],
  ["tablespoonfuls", 15],
  ["tbsp", 15],
  ["spn", 5],
  ["spnful", 5],
  ["sp", 5],
  ["spf", 5],
]);

export const isPlural = (word: string): boolean => word.length > 3 && word.endsWith("s");
