import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allMedicines } from "./dictionary.ts";
import { identify } from "./identify.ts";
import type { Identification } from "./types.ts";

const products = [...allMedicines()];
const aProduct = fc.constantFrom(...products);
const WORDS =
  "morphine codeine fentanyl co-codamol mst zomorph butec oramorph tramadol paracetamol naloxone patches tablets caps " +
  "10mg 30mg/500mg 5ml / 10mg/5ml 25mcg/hr mr sr ( ) [ ] + - . 0 1,5 µg % inj amp 1ml per in x 12hr";
const almostName = fc.array(fc.constantFrom(...WORDS.split(" ")), { maxLength: 9 }).map((words) => words.join(" "));
const byName = (name: string): Identification => identify({ name, codes: [] });
const withoutText = (found: Identification): unknown =>
  found.kind === "refused" ? { ...found, problem: found.problem.code } : found;

describe("identify", () => {
  it("answers for any text and any code", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary", maxLength: 80 }), almostName),
        fc.array(fc.record({ system: fc.option(fc.string()), code: fc.string() }), { maxLength: 3 }),
        (name, codes) => {
          const found = identify({ name, codes });
          expect(["opioid", "companion", "not-watched", "refused"]).toContain(found.kind);
          if (found.kind === "opioid") {
            expect(found.medicine.strength.amount.value.n).toBeGreaterThan(0);
            expect(found.medicine.wear !== null).toBe(found.medicine.strength.per === "hour");
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  it("does not mind case", () => {
    fc.assert(
      fc.property(almostName, (name) => {
        expect(withoutText(byName(name.toUpperCase().replaceAll("ΜG", "µG")))).toEqual(withoutText(byName(name)));
      }),
    );
  });

  it("does not mind a space between number and unit", () => {
    fc.assert(
      fc.property(almostName, (name) => {
        const spaced = name.replace(/(\d)(mg|mcg|ml)/g, "$1 $2");
        expect(withoutText(byName(spaced))).toEqual(withoutText(byName(name)));
      }),
    );
  });

  it("never takes the right code with the name of another product for that opioid", () => {
    fc.assert(
      fc.property(aProduct, aProduct, (right, wrong) => {
        const [code] = right.dmdCodes;
        const differ =
          right.substance !== wrong.substance ||
          (right.medicine !== null &&
            wrong.medicine !== null &&
            (JSON.stringify(right.medicine.strength.amount) !== JSON.stringify(wrong.medicine.strength.amount) ||
              right.medicine.route !== wrong.medicine.route));
        const inVolume = right.medicine?.strength.per === "volume" && wrong.medicine?.strength.per === "volume";
        fc.pre(code !== undefined && differ && (right.substance !== wrong.substance || !inVolume));
        const found = identify({
          name: wrong.brandName ?? wrong.name,
          codes: [{ system: null, code: code as string }],
        });
        expect(found.kind).toBe("refused");
      }),
      { numRuns: 500 },
    );
  });

  it("never takes the right code with a text that names no opioid", () => {
    fc.assert(
      fc.property(aProduct, fc.string({ minLength: 1, maxLength: 40 }), (right, text) => {
        const [code] = right.dmdCodes;
        fc.pre(
          code !== undefined && text.trim() !== "" && byName(text).kind !== "opioid" && byName(text).kind !== "refused",
        );
        expect(identify({ name: text, codes: [{ system: null, code: code as string }] }).kind).toBe("refused");
      }),
    );
  });

  it("tells an opioid in a name only with an amount that the name prints", () => {
    fc.assert(
      fc.property(almostName, (name) => {
        const found = byName(name);
        if (found.kind === "opioid") expect(name).toMatch(/\d/);
      }),
      { numRuns: 400 },
    );
  });
});
