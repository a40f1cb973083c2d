import { partFound as part, type Found } from "./atoms.ts";
import { wordAt, type Tokens } from "./number.ts";

/** "12 noon", "12 midnight": the number is a clock, not an amount. */
export const readNoon = (tokens: Tokens, at: number): Found | null => {
  const start = wordAt(tokens, at) === "at" ? at + 1 : at;
  if (wordAt(tokens, start) !== "12") return null;
  const name = wordAt(tokens, start + 1);
  if (name === "noon" || name === "midday") return part("midday", name, start + 2);
  return name === "midnight" ? part("0:00", "clock", start + 2) : null;
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
    /^(?:[01]\d|2[0-3])00$/.test(hour.word) &&
    (led || ["hrs", "hours", "h"].includes(wordAt(tokens, start + 1)))
  )
    return part(
      `${Number(hour.word.slice(0, 2))}:00`,
      "clock",
      ["hrs", "hours", "h"].includes(wordAt(tokens, start + 1)) ? start + 2 : start + 1,
    );
  const half = wordAt(tokens, start + 1);
  if (half === "oclock" && led) return part(`${Number(hour.word)}:00`, "clock", start + 2);
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
