import type { Opioid } from "./types.ts";

/**
 * Words that name an opioid, each in the spellings met in records: British and US names, the cut-short words of old
 * BNF presentations, and misspellings that have one reading. Names of substances are general knowledge, no clinical fact.
 */
const WORDS: Readonly<Record<Opioid, string>> = {
  alfentanil: "alfentanil",
  buprenorphine: "buprenorphine buprenorph buprenophine buprenorphin bupenorphine",
  butorphanol: "butorphanol",
  codeine: "codeine codein codiene codeinephosphate",
  dextromoramide: "dextromoramide",
  dextropropoxyphene: "dextropropoxyphene dextroprop propoxyphene",
  diamorphine: "diamorphine diamorph diacetylmorphine",
  dihydrocodeine: "dihydrocodeine dihydrocod dihydrocodein dihydrocodiene dihydrocodeinetartrate",
  dipipanone: "dipipanone",
  fentanyl: "fentanyl fentanil fentenyl fentynal",
  hydrocodone: "hydrocodone hydrocodeinone",
  hydromorphone: "hydromorphone hydromorph dihydromorphinone",
  levorphanol: "levorphanol",
  meptazinol: "meptazinol",
  methadone: "methadone methadon",
  morphine: "morphine morph morphin morphia",
  nalbuphine: "nalbuphine",
  opium: "opium laudanum",
  oxycodone: "oxycodone oxycodon oxycodene",
  oxymorphone: "oxymorphone",
  papaveretum: "papaveretum papaveret",
  pentazocine: "pentazocine",
  pethidine: "pethidine meperidine pethadine",
  remifentanil: "remifentanil",
  sufentanil: "sufentanil",
  tapentadol: "tapentadol",
  tramadol: "tramadol tramodol tramadolhydrochloride",
};

export const OPIOID_WORDS: ReadonlyMap<string, Opioid> = new Map(
  (Object.entries(WORDS) as [Opioid, string][]).flatMap(([opioid, words]) =>
    words.split(" ").map((word): [string, Opioid] => [word, opioid]),
  ),
);

/** Fixed combinations under one name, after `prepareName` has closed up "co-codamol" and "co codamol". */
export const COMBINATION_WORDS: ReadonlyMap<string, { readonly opioid: Opioid; readonly other: string }> = new Map([
  ["cocodamol", { opioid: "codeine", other: "paracetamol" }],
  ["codydramol", { opioid: "dihydrocodeine", other: "paracetamol" }],
  ["coproxamol", { opioid: "dextropropoxyphene", other: "paracetamol" }],
  ["cocodaprin", { opioid: "codeine", other: "aspirin" }],
]);

/** Ingredients met beside an opioid, by the word that the record uses. */
export const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ["paracetamol", "paracetamol"],
  ["paracet", "paracetamol"],
  ["acetaminophen", "paracetamol"],
  ["apap", "paracetamol"],
  ["aspirin", "aspirin"],
  ["ibuprofen", "ibuprofen"],
  ["naloxone", "naloxone"],
  ["naloxonehcl", "naloxone"],
  ["caffeine", "caffeine"],
  ["butalbital", "butalbital"],
  ["carisoprodol", "carisoprodol"],
  ["cyclizine", "cyclizine"],
  ["promethazine", "promethazine"],
  ["hyoscine", "hyoscine"],
  ["dexketoprofen", "dexketoprofen"],
  ["celecoxib", "celecoxib"],
  ["kaolin", "kaolin"],
  ["terpin", "terpin"],
  ["cocaine", "cocaine"],
  ["homatropine", "homatropine"],
  ["guaifenesin", "guaifenesin"],
  ["guaiacolate", "guaifenesin"],
  ["pseudoephedrine", "pseudoephedrine"],
  ["chlorpheniramine", "chlorphenamine"],
  ["chlorphenamine", "chlorphenamine"],
  ["phenylephrine", "phenylephrine"],
  ["brompheniramine", "brompheniramine"],
  ["triprolidine", "triprolidine"],
  ["atropine", "atropine"],
  ["belladonna", "belladonna"],
  ["bupivacaine", "bupivacaine"],
  ["ropivacaine", "ropivacaine"],
  ["levobupivacaine", "levobupivacaine"],
  ["droperidol", "droperidol"],
  ["samidorphan", "samidorphan"],
  ["naltrexone", "naltrexone"],
  ["buclizine", "buclizine"],
  ["doxylamine", "doxylamine"],
  ["diphenhydramine", "diphenhydramine"],
  ["ipecacuanha", "ipecacuanha"],
  ["peppermint", "peppermint"],
  ["dexamethasone", "dexamethasone"],
  ["ondansetron", "ondansetron"],
]);

/**
 * Brand words that the dictionary of UK packs has not, with the opioid that they hold: brands of other countries and
 * UK names without a pack in the list. They carry no strength: that must stand in the name.
 */
export const OTHER_BRANDS: ReadonlyMap<string, Opioid> = new Map(
  (
    [
      ["buprenorphine", "subutex belbuca zubsolv bunavail buvidal sublocade prefibin natzon"],
      ["codeine", "galcodine migraleve"],
      ["dihydrocodeine", "dfcxviii"],
      ["fentanyl", "duragesic fentora lazanda subsys onsolis"],
      ["hydrocodone", "vicodin norco lortab lorcet hysingla zohydro vicoprofen xodol"],
      ["hydromorphone", "dilaudid exalgo"],
      ["meptazinol", "meptid"],
      ["methadone", "methadose dolophine metharose physeptone"],
      ["morphine", "mscontin kadian avinza embeda arymo morphabond collis"],
      ["opium", "gee gees gee's"],
      ["papaveretum", "omnopon"],
      ["oxycodone", "percocet endocet roxicodone roxicet xtampza oxaydo percodan xartemis roxybond primlev"],
      ["oxymorphone", "opana"],
      ["pentazocine", "talwin"],
      ["pethidine", "demerol"],
      ["tapentadol", "nucynta tapimio"],
      ["tramadol", "ultram ultracet conzip seglentis"],
    ] as const
  ).flatMap(([opioid, words]) => words.split(" ").map((word): [string, Opioid] => [word, opioid])),
);

/** Opioids that no factor table and no product here has: met in old or foreign records, and refused by name. */
export const UNLISTED_OPIOIDS: ReadonlySet<string> = new Set(
  "phenazocine narphen tilidine ketobemidone piritramide oliceridine nicomorphine ethylmorphine carfentanil".split(" "),
);

/** The other ingredient of those brands that are combinations. */
export const OTHER_OF_BRAND: ReadonlyMap<string, string> = new Map(
  (
    [
      ["paracetamol", "percocet endocet roxicet primlev xartemis vicodin norco lortab lorcet xodol ultracet"],
      ["aspirin", "percodan"],
      ["ibuprofen", "vicoprofen"],
      ["celecoxib", "seglentis"],
      ["naloxone", "zubsolv bunavail"],
    ] as const
  ).flatMap(([other, words]) => words.split(" ").map((word): [string, string] => [word, other])),
);
