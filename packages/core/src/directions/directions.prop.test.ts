import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "../quantity/ratio.ts";
import { composeCorpus } from "./directions.corpus.ts";
import { presentDirections } from "./present.ts";
import { readDirections } from "./read.ts";
import { say } from "./directions.say.ts";
import { DOSE_WORDS } from "./words/lexicon.ts";

const corpus = composeCorpus(3000, 7).map(({ text }) => text);
const sentence = fc.constantFrom(...corpus);
const plain = sentence.filter(
  (text) => !/max|more than|exceed|prn|p\.r\.n|required|needed|requried|necessary/i.test(text),
);
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(...DOSE_WORDS),
      fc.constantFrom(
        "1",
        "2",
        "1/2",
        "-",
        ".",
        ",",
        "(",
        ")",
        "5ml",
        "x",
        "to",
        "take",
        "24",
        "999999",
        "0.001",
        "prn",
      ),
    ),
    { maxLength: 25 },
  )
  .map((words) => words.join(" "));

/** What is left of "iii", "hrs", "once" and "supps": as good a word. */
const ANOTHER_WORD = /^(?:ii?|one|hs|pr)$/i;

/** "1Omg": without its letter the number is another one. */
const LETTER_O = /\d ?o/i;

const expectSameOrRefused = (before: string, after: string): void => {
  const [plain, slipped] = [before, after].map((text) => presentDirections(readDirections(text)));
  if (plain?.status !== "understood" || slipped?.status !== "understood") return;
  expect([after, slipped.perDay]).toEqual([after, plain.perDay]);
};

describe("reading directions", () => {
  it("never throws, and keeps the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), soup, sentence), (text) => {
        expect(readDirections(text).text).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it("does not mind case and outer white space", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const reading = say(readDirections(text));
        expect(say(readDirections(text.toUpperCase()))).toBe(reading);
        expect(say(readDirections(`  ${text}\t `))).toBe(reading);
      }),
    );
  });

  it("gives a band whose least is at most its most, and never below zero", () => {
    fc.assert(
      fc.property(fc.oneof(soup, sentence), (text) => {
        const reading = readDirections(text);
        if (reading.status === "refused") return;
        for (const { perDay } of reading.phases) {
          expect(compare(perDay.min, perDay.max)).toBeLessThanOrEqual(0);
          expect(perDay.min.n).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("refuses with a reason and the words that caused it", () => {
    fc.assert(
      fc.property(soup, (text) => {
        const said = presentDirections(readDirections(text));
        if (said.status === "understood") return;
        expect(said.reason).not.toBeNull();
        expect([said.perDay, said.unit, said.maxPerDay, said.phases]).toEqual([null, null, null, []]);
      }),
    );
  });

  it('starts at nothing once "when required" is added', () => {
    fc.assert(
      fc.property(plain, (text) => {
        const before = presentDirections(readDirections(text));
        const after = presentDirections(readDirections(`when required ${text}`));
        if (before.status === "refused" || after.status === "refused") return;
        expect([after.perDay?.min, after.perDay?.max, after.asNeeded]).toEqual([0, before.perDay?.max, true]);
      }),
    );
  });

  it("is never raised by a maximum, and keeps to it", () => {
    fc.assert(
      fc.property(plain, fc.integer({ min: 1, max: 20 }), (text, most) => {
        const before = presentDirections(readDirections(text));
        const after = presentDirections(readDirections(`${text}. Max ${most} in 24 hours`));
        if (before.perDay === null || after.perDay === null) return;
        if (after.unit !== before.unit || before.maxPerDay !== null) return;
        // Over a measured dose the bare number may count doses: "10mg qds max 4" is 40 mg.
        const inDoses = after.maxPerDay !== null && after.maxPerDay !== most;
        expect(inDoses && !/^(?:mg|microgram|ml|g)$/.test(after.unit ?? "")).toBe(false);
        expect(after.perDay.max).toBe(Math.min(before.perDay.max, after.maxPerDay ?? most));
        expect(after.perDay.min).toBeLessThanOrEqual(before.perDay.min);
      }),
    );
  });

  it("refuses beside words that would change the dose", () => {
    const changes = fc.constantFrom(
      "reduce if drowsy",
      "less at weekends",
      "none at night",
      "but not at lunchtime",
      "instead of 2",
      "unless asleep",
      "double if no better",
      "leave out if drowsy",
      "or more often",
      "dose to be changed",
      "do not take on Sundays",
      "changed to 3 daily",
    );
    fc.assert(
      fc.property(sentence, changes, (text, change) => {
        expect(say(readDirections(`${text}, ${change}`))).toMatch(/^refused/);
      }),
      { numRuns: 1000 },
    );
  });

  it("is the same, or refused, beside remarks with numbers and words of change that are none", () => {
    const remarks = fc.constantFrom(
      "was 2 qds",
      "(dose reduced 12/05/23)",
      "stop if rash",
      "not before 28 days",
      "no more than 28 days at a time",
      "batch 1 of 6",
      "aged 84",
      "Ward 7",
      "tel 0191 2345678",
      "56 tablets",
      "use oramorph for breakthrough pain",
    );
    fc.assert(
      fc.property(sentence, remarks, (text, remark) => {
        const [before, after] = [readDirections(text), readDirections(`${text}. ${remark}`)].map(presentDirections);
        if (before?.status !== "understood" || after?.status !== "understood") return;
        expect([after.perDay, after.asNeeded]).toEqual([before.perDay, before.asNeeded]);
      }),
      { numRuns: 1000 },
    );
  });

  it("never gives another number where a space between two words is left out", () => {
    fc.assert(
      fc.property(sentence, fc.nat(), (text, pick) => {
        const gaps = [...text.matchAll(/(?<=[a-z]) (?=[a-z])/gi)].map(({ index }) => index);
        const at = gaps[pick % Math.max(gaps.length, 1)];
        if (at !== undefined) expectSameOrRefused(text, text.slice(0, at) + text.slice(at + 1));
      }),
      { numRuns: 3000 },
    );
  });

  it("never gives another number where a letter of a word is left out", () => {
    fc.assert(
      fc.property(sentence, fc.nat(), (text, pick) => {
        // A numeral, a unit or a shorthand of two letters becomes another one that is as well written: "ii", "mg", "bd".
        if (LETTER_O.test(text)) return;
        const letters = [
          ...text.matchAll(/(?<=[a-z])[a-z](?=[a-z])|(?<![a-z])[a-z](?=[a-z]{2})|(?<=[a-z]{2})[a-z](?![a-z])/gi),
        ];
        const at = letters[pick % Math.max(letters.length, 1)]?.index;
        if (at === undefined) return;
        const start = text.slice(0, at).search(/[a-z]*$/i);
        const [, rest = ""] = /^([a-z]*)/i.exec(text.slice(start, at) + text.slice(at + 1)) ?? [];
        if (!ANOTHER_WORD.test(rest)) expectSameOrRefused(text, text.slice(0, at) + text.slice(at + 1));
      }),
      { numRuns: 3000 },
    );
  });

  it("has a band for the steps that holds the dose before them", () => {
    fc.assert(
      fc.property(plain, (text) => {
        const before = readDirections(text);
        const after = readDirections(`${text}, reduce by 1 every week`);
        if (before.status === "refused" || after.status === "refused" || before.phases.length > 1) return;
        expect(after.phases.map(({ perDay }) => perDay.max)).toEqual([
          before.phases[0].perDay.max,
          before.phases[0].perDay.max,
        ]);
        expect(after.phases[1]?.perDay.min.n).toBe(0);
      }),
    );
  });

  it("answers a long text at once by refusing it", () => {
    expect(say(readDirections("1 bd ".repeat(2000)))).toBe("refused: not-understood");
  });
});
