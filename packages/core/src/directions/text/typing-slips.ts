/** Slips of typing and of scanning that leave one reading, put right before the text is cut into words. */
const NUMBER = "\\d+|half|one|two|three|four|five|six|seven|eight|nine|ten";
const FOLLOWS_ONE =
  "tabs?|tablets?|caps?|capsules?|patch|sachet|spoonful|od|om|bd|bid|tds|tid|qds|qid|nocte|mane|daily|at night|in the morning|every|twice|once|three times|four times|each|prn|to be taken|or (?:2|two|ii)";

/** "I tab bd", "take l at night": the letter that looks like a one, where only a one can stand. */
const LETTER_ONE = new RegExp(`^((?:take |give |use |apply )?)[il](?= (?:${FOLLOWS_ONE})\\b)`);
const LETTER_ALONE = /(?:^| )[il] /;
/** "T bd", "T-TT qds", "tab i bd": the strokes of old prescriptions, one for each. */
const STROKES = /^((?:take |give )?)(tt?)((?: ?(?:-|or|to) ?tt)?)(?= (?:od|bd|bid|tds|tid|qds|qid|nocte|mane|on|om)\b)/;
const NAMED_STROKES =
  /\b(tabs?|caps?|tablets?|capsules?) (iii?|i)(?= (?:od|bd|bid|tds|tid|qds|qid|nocte|mane|on|om|daily)\b)/;
const stroke = (strokes: string): string => String(strokes.length);
/** "5mI", "5 m1": the letter l of millilitres. */
const MILLILITRES = /(\d) ?m[i1](?![a-z0-9])/g;
/** "one ot two", "1 tp 2": what stands between two numbers, the lower first, is "or" or "to"; both give one range. */
const JOIN = new RegExp(`\\b(${NUMBER}) (?:ot|ro|tp|ti|tto|oor|orr|0r|t0|yo)(?= (?:${NUMBER})\\b)`, "g");
/** "i-ii", "i or ii": one to two. */
const ROMAN_RANGE = /\bi ?(?:-|or|to|\/) ?(iii?)\b/g;
/** "30mg i tds", "75mg i cap bd": behind a strength, one. */
const ONE_OF_STRENGTH = /(?<=\d ?(?:mg|mcg) )i(?= (?:tabs?|tablet|caps?|capsule|od|bd|tds|qds|nocte|mane|om|on)\b)/g;
/** "ii mane i nocte", "i mane i nocte": one. */
const ROMAN_ONE = /(?<![a-z0-9])i(?= (?:mane|nocte|om|on|od|bd|tds|qds)\b)/g;
const JOINERS = / (?:ot|ro|tp|ti|tto|oor|orr|0r|t0|yo) /;
const SLIPPED_WORDS = /\b(?:tow|dya|t0|0r|0d|hte|teh|adn|oen|pufs|tkn|o clock)\b/g;
const WORDS: ReadonlyMap<string, string> = new Map([
  ["tow", "two"],
  ["dya", "day"],
  ["t0", "to"],
  ["0r", "or"],
  ["0d", "od"],
  ["hte", "the"],
  ["teh", "the"],
  ["tkn", "taken"],
  ["adn", "and"],
  ["oen", "one"],
  ["pufs", "puffs"],
  ["o clock", "oclock"],
]);
/** "mane et nocte": and. */
const LATIN_AND = /(?<=\b(?:mane|om|am) )et(?= (?:nocte|on|vesp|vespere|pm)\b)/g;
/** "tablet/s", "cap/s": one or more. */
const SLASHED_PLURAL = /\b(tablet|tab|capsule|cap|patch|dose|spoonful|sachet|puff|spray|drop)\/(?:es|s)(?![a-z])/g;

const TENS: ReadonlyMap<string, number> = new Map([
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
  ["sixty", 60],
  ["seventy", 70],
  ["eighty", 80],
  ["ninety", 90],
]);
const ONES: readonly string[] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
/** "twenty-four", "seventy two": one number in two words. */
const COMPOUND = new RegExp(`\\b(${[...TENS.keys()].join("|")})[ -]{1,2}(${ONES.join("|")})\\b`, "g");

/**
 * The normalised text with slips of typing put right.
 * @example mendTyping("i tab bd") // "1 tab bd"
 */
export const mendTyping = (text: string): string => {
  let out = LETTER_ALONE.test(text) ? text.replace(LETTER_ONE, "$11") : text;
  if (out.startsWith("t") || out.startsWith("give t"))
    out = out.replace(
      STROKES,
      (_, lead: string, low: string, high: string) => `${lead}${stroke(low)}${high === "" ? "" : "-2"}`,
    );
  if (/ i{1,3} /.test(out))
    out = out.replace(NAMED_STROKES, (_, unit: string, many: string) => `${stroke(many)} ${unit}`);
  if (/\d ?m[i1]/.test(out)) out = out.replace(MILLILITRES, "$1ml");
  out = out.replace(SLIPPED_WORDS, (found) => WORDS.get(found) ?? found);
  if (out.includes("-a-")) out = out.replace(/-a-(?=day|week)/g, " a ");
  if (out.includes("g i ")) out = out.replace(ONE_OF_STRENGTH, "1");
  if (out.includes("ii")) out = out.replace(ROMAN_RANGE, "1-$1");
  out = out.replace(ROMAN_ONE, "1").replace(LATIN_AND, "and");
  if (out.includes("#")) out = out.replace(/# ?(?=[a-z])/g, " ");
  if (JOINERS.test(out)) out = out.replace(JOIN, "$1 to");
  if (out.includes("/")) out = out.replace(SLASHED_PLURAL, "$1s");
  if (out.includes("ty"))
    out = out.replace(COMPOUND, (_, tens: string, one: string) =>
      String((TENS.get(tens) ?? 0) + ONES.indexOf(one) + 1),
    );
  return out;
};
