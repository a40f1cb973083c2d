import { describe, expect, test } from "vitest";
import { doseOn } from "./dose-on.ts";
import { issue, mg, on } from "./reading.fixture.ts";

const DAY = on("2026-01-01");

describe("doseOn", () => {
  test("gives each substance its band and its supply, in order of name", () => {
    const dose = doseOn([issue(DAY), issue(DAY, { substance: "codeine", perDay: [0, 24], supplied: 300 })], DAY);
    expect(dose.bySubstance).toEqual([
      { substance: "codeine", directed: { min: mg(0), max: mg(24) }, inWindow: mg(300) },
      { substance: "morphine", directed: { min: mg(20), max: mg(20) }, inWindow: mg(560) },
    ]);
  });

  test("gives no substance a number that was refused", () => {
    const dose = doseOn(
      [issue(DAY, { substance: "methadone", noFactor: true }), issue(DAY, { productRefused: true })],
      DAY,
    );
    expect(dose).toMatchObject({ bySubstance: [], directed: { min: 0, max: 0 }, inWindow: 0, atLeast: true });
    expect([dose.unconverted.length, dose.notSupplied.length]).toEqual([2, 2]);
  });

  test("shows what is current in the order of the records, and what stands beside", () => {
    const issues = [
      issue(DAY, { id: "b" }, { row: 3 }),
      issue(DAY, { id: "a" }, { row: 2 }),
      issue(DAY, { use: "maintenance" }, { row: 4 }),
      issue(DAY, { id: "c" }, { row: 5, kind: "elsewhere" }),
    ];
    const { current, maintenance, elsewhere } = doseOn(issues, DAY);
    expect(
      [current.map(({ span }) => span), maintenance, elsewhere].map((it) => it.map(({ issue }) => issue.row)),
    ).toEqual([[2, 3], [4], [5]]);
  });

  test("two refused products go by their names: one does not replace the other", () => {
    const unclear = (name: string) => ({ productRefused: true, name }) as const;
    const issues = [issue(DAY, unclear("one")), issue("2026-01-05", unclear("two"))];
    expect(doseOn(issues, on("2026-01-06")).unconverted.map(({ product }) => product)).toEqual(["one", "two"]);
  });
});
