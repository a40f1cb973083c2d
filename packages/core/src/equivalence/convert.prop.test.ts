import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, plus, ratio, times } from "../quantity/ratio.ts";
import { single } from "./conversion.ts";
import { convert, convertSupply } from "./convert.ts";
import { FACTOR_TABLES, factorTable, sayTable } from "./factor-tables.ts";
import { medicineOf } from "./medicine.fixture.ts";

const table = fc.constantFrom(...FACTOR_TABLES);
const medicine = fc.constantFrom(
  medicineOf({ substance: "morphine", holds: { mg: "30" } }),
  medicineOf({ substance: "oxycodone", holds: { mg: "7.5" } }),
  medicineOf({ substance: "codeine", holds: { mg: "30" } }),
  medicineOf({ substance: "tramadol", holds: { mg: "37.5" } }),
);
const patch = fc.constantFrom(
  medicineOf({ substance: "fentanyl", holds: { microgramsPerHour: "12", wearHours: 72 } }),
  medicineOf({ substance: "buprenorphine", holds: { microgramsPerHour: "52.5", wearHours: 96 } }),
);
/** Halves, thirds and quarters of a tablet included. */
const count = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom(1, 2, 3, 4)).map(([n, d]) => ratio(n, d));

describe("laws of conversion", () => {
  it("scale: k times as much is k times the OME, exactly", () => {
    fc.assert(
      fc.property(table, medicine, count, fc.integer({ min: 1, max: 20 }), (t, m, n, k) => {
        const one = convert(t, m, { unit: "counted", ...single(n) });
        const many = convert(t, m, { unit: "counted", ...single(times(n, ratio(k))) });
        fc.pre(one.status === "computed");
        expect(many).toMatchObject({ status: "computed", ome: single(times(one.ome.max, ratio(k))) });
      }),
    );
  });

  it("additive: two amounts together are the sum of the two, exactly", () => {
    fc.assert(
      fc.property(table, fc.oneof(medicine, patch), count, count, (t, m, a, b) => {
        const unit = m.strength.per === "hour" ? ("patch" as const) : ("counted" as const);
        const [x, y, both] = [a, b, plus(a, b)].map((n) => convert(t, m, { unit, ...single(n) }));
        fc.pre(x?.status === "computed" && y?.status === "computed");
        expect(both).toMatchObject({ ome: single(plus(x.ome.max, y.ome.max)) });
      }),
    );
  });

  it("monotone: more is never fewer mg OME, and the least is never above the most", () => {
    fc.assert(
      fc.property(table, fc.oneof(medicine, patch), count, count, (t, m, a, b) => {
        const [min, max] = compare(a, b) <= 0 ? [a, b] : [b, a];
        const unit = m.strength.per === "hour" ? ("patch" as const) : ("counted" as const);
        const got = convert(t, m, { unit, min, max });
        fc.pre(got.status === "computed");
        expect(compare(got.ome.min, got.ome.max)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("monotone across the bands of a factor that grows with the dose", () => {
    const methadone = medicineOf({ substance: "methadone", holds: { mg: "1" } });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (a, b) => {
        const amount = { unit: "mg" as const, min: ratio(Math.min(a, b)), max: ratio(Math.max(a, b)) };
        const got = convert(factorTable("cdc-2016"), methadone, amount);
        expect(got.status === "computed" && compare(got.ome.min, got.ome.max) <= 0).toBe(true);
      }),
    );
  });

  it("every step of a result names one table only, the one that was asked for", () => {
    fc.assert(
      fc.property(table, fc.oneof(medicine, patch), (t, m) => {
        const unit = m.strength.per === "hour" ? ("patch" as const) : ("counted" as const);
        const got = convert(t, m, { unit, ...single(1) });
        const text =
          got.steps.map((step) => `${step.say} ${step.source}`).join("\n") +
          (got.status === "refused" ? got.problem.detail : "");
        expect(FACTOR_TABLES.filter((other) => text.includes(sayTable(other))).map((other) => other.id)).toEqual([
          t.id,
        ]);
      }),
    );
  });

  it("supply agrees with directions: a day's amount supplied is a day's amount taken", () => {
    fc.assert(
      fc.property(table, medicine, fc.integer({ min: 1, max: 60 }), (t, m, n) => {
        const directed = convert(t, m, { unit: "counted", ...single(n) });
        fc.pre(directed.status === "computed");
        expect(convertSupply(t, m, ratio(n), null)).toMatchObject({ ome: directed.ome });
      }),
    );
  });
});
