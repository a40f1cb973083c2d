import { PACKING } from "../words/harmless.ts";
import { DAILY_WORDS, DAY_WORDS, WEEK_WORDS, WEEKLY_WORDS } from "../words/times.ts";
import type { Found } from "./atoms.ts";
import { after, readNumber, wordAt, type Tokens } from "./number.ts";

const harmless = (next: number): Found => ({ atom: { kind: "harmless" }, next });

const split = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(" "));

/** Phrases that hold a word of dosing but say nothing about the dose. */
const PHRASES: ReadonlyMap<string, readonly (readonly string[])[]> = Map.groupBy(
  split(`without food
    with or without food
    with or after food
    with or just after food
    with or immediately after food
    with or after meals
    on an empty stomach
    before food
    before eating
    before or after food
    an hour before food
    an hour before food or on an empty stomach
    this means an hour before food or 2 hours after food
    1 hour before food or 2 hours after food
    one hour before food or two hours after food
    30 minutes before food
    half an hour before food
    half hour before food
    1 hour before food
    one hour before food
    1 hour before or 2 hours after food
    an hour before or two hours after food
    one hour before or two hours after food
    2 hours after food
    two hours after food
    30 mins before food
    at the same time each day
    at the same time every day
    same time each day
    same time every day
    the same time each day
    the same time every day
    at the same time
    on the same day each week
    on the same day every week
    same day each week
    same day every week
    on the same day of each week
    on the same day of the week
    at same time each day
    at same time every day
    on same day each week
    on same day every week
    at regular intervals
    at equal intervals
    at evenly spaced intervals
    spread evenly through the day
    evenly spaced through the day
    spaced evenly throughout the day
    space the doses evenly throughout the day
    throughout the day
    through the day
    during the day
    spread through the day
    spread throughout the day
    over the day
    keep taking this medicine until the course is finished unless you are told to stop
    unless you are told to stop
    unless told to stop
    unless your doctor tells you to stop
    unless otherwise directed
    unless directed otherwise
    until all taken
    until all gone
    until all finished
    in divided doses
    in two divided doses
    in 2 divided doses
    in three divided doses
    in 3 divided doses
    in four divided doses
    in 4 divided doses
    in two doses
    in divided dose
    divided doses
    in a divided dose
    as a single dose
    in a single dose
    as one dose
    as 1 dose
    single dose
    rest of packet
    at least half a glass of water
    half a glass of water
    half glass of water
    with half a glass of water
    if you feel well
    even if you feel well
    if drowsy
    if you feel sleepy
    if this happens
    if affected
    if affected do not drive
    if tired
    while taking this medicine
    while taking these tablets
    while taking
    when driving
    when your stomach is empty
    when stomach is empty
    talk to a doctor at once if you take too much of this medicine
    immediate medical advice should be sought in the event of an overdose even if you feel well
    contact doctor if no better
    see gp if no better
    see doctor if no better
    if no improvement see gp
    do not stop taking except on your doctors advice
    do not stop taking this medicine unless your doctor tells you to stop
    do not stop taking this medicine except on your doctors advice
    do not stop taking this medicine
    do not stop suddenly
    do not stop abruptly
    not to be stopped suddenly
    or at once
    may be increased or
    second line
    first line
    first choice
    no alcohol
    not to be crushed
    not to be chewed
    not with milk
    not with alcohol
    not to be taken with alcohol
    not crushed
    not chewed
    not to be crushed or chewed
    not be crushed
    not be chewed
    with plenty of water
    other aspirin or paracetamol
    other paracetamol products
    other paracetamol containing products
    other products containing paracetamol
    any other paracetamol products
    any other products containing paracetamol
    any other paracetamol containing products
    anything else containing paracetamol
    with any other paracetamol products
    and no other paracetamol
    no other paracetamol
    other painkillers
    other medicines
    other pain relief
    other analgesia
    other analgesics
    long term
    short term
    as well as
    once a day preparation
    rotate sites
    to a different site each time
    different site each time
    on a different site
    different site
    to both legs
    with each meal and snack
    before exercise
    vitamin b 12
    rinse mouth after
    rinse mouth out after
    last thing
    while sitting or standing
    while sitting upright
    while sitting
    while standing
    while upright
    while in pain
    while pain persists
    one week supply
    in one nostril
    into one nostril
    one nostril
    either nostril
    in either nostril
    in one eye
    vitamin d 3
    vitamin d
    vitamin b
    type 2 diabetes
    type 1 diabetes
    type 2
    step 1
    step 2
    no longer than necessary
    lowest dose for the shortest time
    per day and
    dose unchanged
    dose confirmed
    no change
    no changes
    repeat prescription
    on repeat
    repeat template
    for maintenance
    maintenance dose
    usual dose
    dose
    regular dose
    daily dose
    night dose
    morning dose
    as before
    before use
    before taking
    before swallowing
    well before use
    shake well before use
    after each meal and before bed
    wash hands after use
    wash hands before and after
    not for regular use
    for short term use only
    for up to 12 hours
    for 12 hours
    between cheek and gum
    between the cheek and gum
    between gum and cheek
    between upper lip and gum
    between the gum and cheek
    between lip and gum
    under the tongue
    non hairy
    hair free
    first thing
    above the waist
    over the affected area
    over painful area
    over area of pain
    over the painful area
    over site of pain
    no lifting
    or else
    or until review
    or water
    or milk
    or juice
    or food
    or as near as possible
    or more
    food or milk
    or a meal
    or meals
    or meal
    or chewed
    or chew
    or crush
    or suck
    or break
    or drive
    or operate machinery
    or use tools or machines
    or machines
    or machinery
    or upper arm
    or upper outer arm
    or back
    or outer arm
    or chest
    or thigh
    or buttock
    or capsules
    or mix with water
    or nurse
    or pharmacist
    or doctor
    or gp
    breathe in and hold
    hold breath
    half hour
    best taken at the`),
  (words) => words[0] ?? "",
);

/** Longest phrase first, so that "with or without food" is not read as "with or". */
for (const list of PHRASES.values()) (list as (readonly string[])[]).sort((a, b) => b.length - a.length);

const SUPPLY: ReadonlySet<string> = new Set([
  "dispense",
  "dispensed",
  "supply",
  "issue",
  "collect",
  "issued",
  "pickup",
  "deliver",
  "supplied",
  "prescribe",
  "delivered",
  "collected",
]);
const PACKED_LEADS: ReadonlySet<string> = new Set(["in", "for", "via", "on", "with", "a"]);
const REMOVE: ReadonlySet<string> = new Set(["remove", "removed", "removing", "off", "discard"]);
const REVIEW: ReadonlySet<string> = new Set([
  "review",
  "reviewed",
  "rv",
  "reassess",
  "see",
  "tci",
  "appointment",
  "bloods",
  "return",
]);

/** "weekly venalink", "28 day supply", "7 day scripts", "dispense weekly": how it is packed, not how it is taken. */
const packing = (tokens: Tokens, at: number): Found | null => {
  const word = wordAt(tokens, at);
  if (SUPPLY.has(word)) {
    let i = at + 1;
    while (
      ["in", "as", "every", "once", "a", "on", "per", "basis", "each"].includes(wordAt(tokens, i)) ||
      WEEKLY_WORDS.has(wordAt(tokens, i)) ||
      DAILY_WORDS.has(wordAt(tokens, i)) ||
      WEEK_WORDS.has(wordAt(tokens, i)) ||
      ["monthly", "fortnightly"].includes(wordAt(tokens, i))
    )
      i += 1;
    return harmless(i);
  }
  let i = at;
  if (PACKED_LEADS.has(word)) i += 1;
  if (wordAt(tokens, i) === "a") i += 1;
  const number = readNumber(tokens, i);
  const span =
    number !== null &&
    (DAY_WORDS.has(wordAt(tokens, wordAt(tokens, number.next) === "-" ? number.next + 1 : number.next)) ||
      WEEK_WORDS.has(wordAt(tokens, number.next)));
  if (span) i = (wordAt(tokens, number.next) === "-" ? number.next + 1 : number.next) + 1;
  else if (WEEKLY_WORDS.has(wordAt(tokens, i)) || ["monthly", "fortnightly", "daily"].includes(wordAt(tokens, i)))
    i += 1;
  if (!PACKING.has(wordAt(tokens, i))) return null;
  while (PACKING.has(wordAt(tokens, i)) || wordAt(tokens, i) === "only") i += 1;
  return harmless(i);
};

const ENDS: ReadonlySet<string> = new Set([".", ",", ";", ":", "(", ")", "", "!", "-"]);
const NOT_TO_DO: ReadonlySet<string> = new Set([
  "crush",
  "chew",
  "suck",
  "break",
  "drink",
  "drive",
  "swallow",
  "lie",
  "cut",
  "bite",
  "split",
  "mix",
  "open",
  "dissolve",
  "operate",
  "eat",
  "apply",
  "handle",
  "stand",
  "freeze",
  "refrigerate",
  "share",
  "refill",
  "expose",
  "smoke",
  "inhale",
  "crushed",
  "chewed",
]);
const NOT_TO_TAKE: ReadonlySet<string> = new Set([
  "with",
  "if",
  "indigestion",
  "anything",
  "any",
  "other",
  "milk",
  "alcohol",
  "antacids",
  "aspirin",
  "ibuprofen",
  "nsaids",
  "on",
  "together",
  "alongside",
  "while",
  "more",
]);

/** "do not crush or chew", "avoid alcohol": a warning up to its end, where it holds no number. */
const warning = (tokens: Tokens, at: number): Found | null => {
  let i = after(tokens, at, "do", "not");
  if (i < 0) i = ["dont", "avoid", "never"].includes(wordAt(tokens, at)) ? at + 1 : -1;
  if (i < 0) return null;
  const verb = wordAt(tokens, i);
  const avoid = wordAt(tokens, at) === "avoid";
  const take =
    ["take", "use", "taken"].includes(verb) &&
    NOT_TO_TAKE.has(wordAt(tokens, i + 1)) &&
    wordAt(tokens, i + 1) !== "more";
  if (!avoid && !NOT_TO_DO.has(verb) && !take) return null;
  while (!ENDS.has(wordAt(tokens, i))) {
    if (["take", "max", "maximum"].includes(wordAt(tokens, i)) && i > at + 2) return harmless(i);
    const site = wordAt(tokens, i - 2) === "site" && ["week", "weeks", "days"].includes(wordAt(tokens, i + 1));
    if (tokens[i]?.value != null && !site) return null;
    if (["prn", "od", "bd", "tds", "qds", "daily", "nocte", "mane"].includes(wordAt(tokens, i))) return harmless(i);
    i += 1;
  }
  return harmless(i);
};

/** "remove old patch", "remove after 12 hours": taking a patch off is no dose. */
const removal = (tokens: Tokens, at: number): Found | null => {
  let i = at;
  if (wordAt(tokens, i) === "and" || wordAt(tokens, i) === "then") i += 1;
  if (!REMOVE.has(wordAt(tokens, i))) return null;
  i += 1;
  while (
    [
      "the",
      "old",
      "previous",
      "before",
      "after",
      "applying",
      "new",
      "one",
      "patch",
      "patches",
      "at",
      "night",
      "nocte",
      "in",
      "evening",
      "bedtime",
      "for",
      "used",
      "hours",
      "hrs",
      "last",
      "then",
      "every",
      "a",
      "off",
      "putting",
      "on",
      "next",
      "another",
      "first",
      "it",
      "when",
    ].includes(wordAt(tokens, i)) ||
    (["12", "8", "24"].includes(wordAt(tokens, i)) && ["hours", "hrs", "h"].includes(wordAt(tokens, i + 1)))
  ) {
    if (wordAt(tokens, i) === "every" || wordAt(tokens, i) === "and") return null;
    i += 1;
  }
  return harmless(i);
};

const DATE_LEADS: ReadonlySet<string> = new Set([
  "review",
  "until",
  "till",
  "due",
  "from",
  "date",
  "dated",
  "on",
  "rv",
  "since",
  "before",
  "by",
  "r/v",
  "reviewed",
  "after",
]);

/** "review due 12/05/2024", "until 3.4.21": a date is no dose. */
const date = (tokens: Tokens, at: number): Found | null => {
  if (!DATE_LEADS.has(wordAt(tokens, at))) return null;
  let i = at + 1;
  while (["due", "on", "date", "by", "in", ":", "is", "before", "-"].includes(wordAt(tokens, i))) i += 1;
  const mark = wordAt(tokens, i + 1);
  if (mark !== "/" && mark !== "." && mark !== "-") return null;
  const [day, month, year] = [tokens[i], tokens[i + 2], tokens[i + 4]];
  if (day?.digits !== true || month?.digits !== true || Number(day.word) > 31) return null;
  if (
    wordAt(tokens, i + 3) === mark &&
    year?.digits === true &&
    (year.word.length === 4 || year.word.length === 2) &&
    Number(month.word) <= 12
  )
    return harmless(i + 5);
  return month.word.length === 4 && month.word.startsWith("20") && Number(day.word) <= 12 ? harmless(i + 3) : null;
};

/** "review in 2 weeks", "review after 1/12": when someone is seen, not how long the dose lasts. */
const review = (tokens: Tokens, at: number): Found | null => {
  const word = wordAt(tokens, at);
  if (!REVIEW.has(word)) return null;
  let i = at + 1;
  while (
    [
      "in",
      "after",
      "at",
      "every",
      "gp",
      "dr",
      "doctor",
      "nurse",
      "by",
      "us",
      "again",
      "me",
      "with",
      "due",
      "back",
      "pharmacist",
      "the",
      "surgery",
    ].includes(wordAt(tokens, i))
  )
    i += 1;
  const number = readNumber(tokens, i);
  if (number === null) return null;
  let next = number.next;
  if (wordAt(tokens, next) === "/" && ["7", "52", "12"].includes(wordAt(tokens, next + 1))) return harmless(next + 2);
  if (wordAt(tokens, next) === "-" && tokens[next + 1]?.value != null) next += 2;
  const unit = wordAt(tokens, next);
  return DAY_WORDS.has(unit) ||
    WEEK_WORDS.has(unit) ||
    ["month", "months", "mths", "monthly", "weekly", "year", "years"].includes(unit)
    ? harmless(next + 1)
    : null;
};

/** "in 125ml of water": what the dose is mixed with. */
const mixedWith = (tokens: Tokens, at: number): Found | null => {
  const word = wordAt(tokens, at);
  if (word !== "in" && word !== "with") return null;
  const number = readNumber(tokens, at + (["about", "approximately", "at"].includes(wordAt(tokens, at + 1)) ? 2 : 1));
  if (number === null || !["ml", "mls", "litre", "litres"].includes(wordAt(tokens, number.next))) return null;
  let next = number.next + 1;
  if (wordAt(tokens, next) === "of") next += 1;
  return ["water", "juice", "liquid", "fluid", "milk"].includes(wordAt(tokens, next)) ? harmless(next + 1) : null;
};

const phrase = (tokens: Tokens, at: number): Found | null => {
  for (const words of PHRASES.get(wordAt(tokens, at)) ?? []) {
    const next = after(tokens, at, ...words);
    if (next > 0) return harmless(next);
  }
  return null;
};

/** Whatever is known not to change the dose. */
export const readHarmless = (tokens: Tokens, at: number): Found | null =>
  packing(tokens, at) ??
  mixedWith(tokens, at) ??
  removal(tokens, at) ??
  warning(tokens, at) ??
  review(tokens, at) ??
  date(tokens, at) ??
  phrase(tokens, at);

export const HARMLESS_STARTS: ReadonlySet<string> = new Set([
  ...PHRASES.keys(),
  ...SUPPLY,
  ...PACKED_LEADS,
  ...REMOVE,
  ...REVIEW,
  ...DATE_LEADS,
  "and",
  "then",
  "do",
  "dont",
  "avoid",
  "never",
]);
