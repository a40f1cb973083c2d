import { partFound as part, type Found } from "./atoms.ts";
import { UNIT_WORDS } from "../words/units.ts";
import { wordAt, type Tokens } from "./number.ts";

/** "12 noon", "12 midnight": the number is a clock, not an amount. */
export const readNoon = (tokens: Tokens, at: number): Found | null => {
  const start = wordAt(tokens, at) === "at" ? at + 1 : at;
  if (wordAt(tokens, start) === "midnight") return part("0:00", "clock", start + 1);
  if (wordAt(tokens, start) !== "12") return null;
  const name = wordAt(tokens, start + 1);
  if (name === "noon" || name === "midday") return part("midday", name, start + 2);
  return name === "midnight" ? part("0:00", "clock", start + 2) : null;
};

/** "8am and 8 at night": after a clock a bare number of six or more beside a part of the day is an hour. */
const isLateHour = (tokens: Tokens, at: number): boolean => {
  const hour = tokens[at]?.value;
  if (hour == null || hour.d !== 1 || hour.n < 6 || hour.n > 12) return false;
  const word =
    wordAt(tokens, at + 1) === "in" && wordAt(tokens, at + 2) === "the"
      ? wordAt(tokens, at + 3)
      : wordAt(tokens, at + 1) === "at"
        ? wordAt(tokens, at + 2)
        : "";
  return ["night", "morning", "evening", "bedtime", "teatime"].includes(word);
};

const LATE: ReadonlySet<string> = new Set(["night", "evening", "afternoon", "pm", "bedtime"]);

/** "8 o'clock in the morning", "10 o'clock at night": one hour, with its half of the day. */
const oclock = (tokens: Tokens, at: number): Found => {
  let i = at + 2;
  while (["in", "at", "the"].includes(wordAt(tokens, i))) i += 1;
  const late = LATE.has(wordAt(tokens, i));
  const half = late || wordAt(tokens, i) === "morning" || wordAt(tokens, i) === "am";
  const hour = Number(wordAt(tokens, at)) % 12;
  return part(`${half ? hour + (late ? 12 : 0) : Number(wordAt(tokens, at))}:00`, "clock", half ? i + 1 : at + 2);
};

/** "at 7-8pm", "between 8-10pm": one hour or the next; the earlier is named. */
export const readClockRange = (tokens: Tokens, at: number): Found | null => {
  if (!["at", "between", "around", "@", "about"].includes(wordAt(tokens, at))) return null;
  const [from, to] = [tokens[at + 1], tokens[at + 3]];
  const hour = (token: Tokens[number] | undefined): boolean =>
    token?.digits === true && token.value?.d === 1 && token.value.n >= 1 && token.value.n <= 12;
  if (!hour(from) || !hour(to) || !["-", "to", "and", "or"].includes(wordAt(tokens, at + 2))) return null;
  // "1 at 8 and 8pm": two doses, the first of them at an hour that is not certain.
  if (wordAt(tokens, at + 2) === "and" && wordAt(tokens, at) !== "between")
    return { atom: { kind: "bad", reason: "two-readings" }, next: at + 5 };
  const half = wordAt(tokens, at + 4);
  if (half !== "am" && half !== "pm") return null;
  return part(`${((from?.value?.n ?? 0) % 12) + (half === "pm" ? 12 : 0)}:00`, "clock", at + 5);
};

/** "8am", "at 20:00", "0800 hrs": an hour of the clock. */
export const readClock = (tokens: Tokens, at: number, clockMode: boolean): Found | null => {
  const led = wordAt(tokens, at) === "at" || wordAt(tokens, at) === "@";
  const start = led ? at + 1 : at;
  const hour = tokens[start];
  if (hour === undefined || !hour.digits) return null;
  const colon = wordAt(tokens, start + 1) === ":" || wordAt(tokens, start + 1) === ";";
  const minutes = tokens[start + 2];
  if (
    colon &&
    minutes?.digits === true &&
    minutes.word.length === 2 &&
    Number(hour.word) < 24 &&
    Number(minutes.word) < 60
  ) {
    let next = start + 3;
    let late = 0;
    const suffix = wordAt(tokens, next);
    if (suffix === "pm" && Number(hour.word) < 12) late = 12;
    if (["am", "pm", "hrs", "hours", "h"].includes(suffix)) next += 1;
    return part(`${Number(hour.word) + late}:${Number(minutes.word)}`, "clock", next);
  }
  if (
    hour.word.length === 4 &&
    /^(?:[01]\d|2[0-3])(?:00|30)$/.test(hour.word) &&
    (led ||
      (clockMode && !UNIT_WORDS.has(wordAt(tokens, start + 1))) ||
      ["hrs", "hours", "h"].includes(wordAt(tokens, start + 1)))
  )
    return part(
      `${Number(hour.word.slice(0, 2))}:${Number(hour.word.slice(2))}`,
      "clock",
      ["hrs", "hours", "h"].includes(wordAt(tokens, start + 1)) ? start + 2 : start + 1,
    );
  if (/^(?:[01]?\d|2[0-3])\.[0-5]\d$/.test(hour.word) && led && !["am", "pm"].includes(wordAt(tokens, start + 1)))
    return UNIT_WORDS.has(wordAt(tokens, start + 1))
      ? null
      : part(`${Number(hour.word.split(".")[0])}:${Number(hour.word.split(".")[1])}`, "clock", start + 1);
  const half = wordAt(tokens, start + 1);
  if (half === "oclock") return oclock(tokens, start);
  if (clockMode && isLateHour(tokens, start)) return part(`${Number(hour.word)}:00`, "clock", start + 1);
  if ((half !== "am" && half !== "pm") || !(led || clockMode)) return null;
  const value = hour.value;
  if (value === null || value.n < 1 || value.n > 12 * value.d) return null;
  const whole = Math.floor(value.n / value.d);
  return part(
    `${(whole % 12) + (half === "pm" ? 12 : 0)}:${value.d === 1 ? 0 : Number(hour.word.split(".")[1])}`,
    "clock",
    start + 2,
  );
};
