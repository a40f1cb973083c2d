import { beforeAll, expect, test } from "vitest";
import { parseDay } from "@concord/core";
import { fieldsOf, withPractice } from "./synthetic-practice.fixture.ts";
import type { Truth } from "./truth/truth-shape.ts";

let truth: Truth;
let rows: Map<string, string[][]>;
const END = "2026-11-20";

beforeAll(async () => {
  await withPractice({ people: 10_000, seed: 1, formats: ["csv", "truth"] }, ({ read }) => {
    truth = JSON.parse(read("truth.json"));
    rows = Map.groupBy(read("practice.csv").trimEnd().split("\n").slice(1).map(fieldsOf), ([person]) => person!);
  });
}, 60_000);

const figure = (name: string): number => Number(truth.calibration[name]);

test("says that it is synthetic", () => {
  expect(truth.synthetic).toBe(true);
  expect(truth.label).toContain("Synthetic");
  expect(truth.persons.every(({ person }) => person.startsWith("SYN-"))).toBe(true);
});

test("comes near the published figures", () => {
  expect(Math.abs(figure("percentWithAnOpioidInTheLastYear") - 6.5)).toBeLessThan(0.4);
  expect(Math.abs(figure("per1000At120OrMoreForAYear") - 1.7)).toBeLessThan(0.35);
  expect(Math.abs(figure("percentOfTextsAsNeededOrRange") - 25)).toBeLessThan(2.5);
  expect(figure("percentOfPainTextsAsNeededOrRange")).toBeGreaterThan(60);
  expect(figure("percentOfOpioidTextsUnreadable")).toBeGreaterThan(1);
  expect(figure("percentOfOpioidTextsUnreadable")).toBeLessThan(2.2);
  expect(Math.abs(figure("rows") - 185_000)).toBeLessThan(20_000);
});

test("plants each situation and each slip several times", () => {
  const situations = truth.calibration["situations"] as Record<string, number>;
  expect(Object.keys(situations)).toHaveLength(17);
  for (const [code, times] of Object.entries(situations)) expect(times, code).toBeGreaterThanOrEqual(4);
  const slips = truth.calibration["messyRows"] as Record<string, number>;
  expect(Object.keys(slips)).toEqual([
    "cancelled",
    "code-and-name-disagree",
    "deleted",
    "duplicate",
    "future-dated",
    "quantity-missing",
  ]);
});

test("the dose at the end is the sum of the regimens in force", () => {
  for (const { person, regimen, end } of truth.persons) {
    const inForce = regimen.filter(
      (it) => it.from <= END && it.to === null && it.kind !== "recorded elsewhere" && !it.maintenance,
    );
    const sum = (pick: (it: (typeof inForce)[number]) => number): number =>
      inForce.reduce((total, it) => total + pick(it), 0);
    expect(end.whole.max, person).toBeCloseTo(
      sum((it) => it.omePerDay?.max ?? 0),
      6,
    );
    expect(end.directed.min, person).toBeCloseTo(
      sum((it) => (it.unreadable === null ? (it.omePerDay?.min ?? 0) : 0)),
      6,
    );
    expect(end.directed.max <= end.whole.max && end.directed.min <= end.directed.max, person).toBe(true);
    if (inForce.some((it) => it.unreadable !== null || it.omePerDay === null)) expect(end.atLeast, person).toBe(true);
  }
});

test("the last month agrees with the end, where nothing changed since", () => {
  for (const { person, months, regimen, end } of truth.persons) {
    if (regimen.some(({ from, to }) => from > "2026-11-01" || (to !== null && to > "2026-11-01"))) continue;
    const [, min, max, taken] = months.at(-1) ?? ["", 0, 0, 0];
    expect([min, max, taken], person).toEqual([end.directed.min, end.directed.max, end.taken]);
  }
});

test("what was supplied adds up from the rows of the extract", () => {
  const end = parseDay(END)!;
  let people = 0;
  for (const { person, regimen, end: last, messy } of truth.persons) {
    // Several strengths of one text, or rows that contradict themselves, cannot be told apart here.
    const counted = (rows.get(person) ?? []).filter(([, , , , day, , , , , , kind, , status]) => {
      const at = parseDay(day!)!;
      return (
        at <= end && at > end - 90 && status !== "cancelled" && status !== "deleted" && kind !== "recorded elsewhere"
      );
    });
    if (messy.some(({ what }) => what === "code-and-name-disagree" || what === "quantity-missing")) continue;
    const per = new Map(regimen.map((it) => [it.name, omePerUnit(it)]));
    let sum = 0;
    for (const [, , , , , , name = "", quantity = ""] of counted) sum += (per.get(name) ?? 0) * quantityOf(quantity);
    expect(last.supplied, person).toBeCloseTo(sum / 90, 1);
    if (sum > 0) people += 1;
  }
  expect(people).toBeGreaterThan(300);
});

/** mg OME of one unit, from the regimen's own band; patches by the days that one is worn. */
const omePerUnit = ({
  omePerDay,
  perDay,
  product,
  maintenance,
}: Truth["persons"][number]["regimen"][number]): number => {
  if (omePerDay === null || maintenance) return 0;
  if (!product.includes("patches")) return omePerDay.max / perDay.max;
  const days = product.startsWith("Fentanyl") ? 3 : /\b(35|70)micro/.test(product) ? 4 : 7;
  const stated = 1 / perDay.max;
  return (stated < days ? omePerDay.min : omePerDay.max) * days;
};

const quantityOf = (text: string): number => {
  const [first = 0, second = 1] = [...text.matchAll(/\d+/g)].map(Number);
  return first * second;
};

test("each text has one meaning, or a reason for having none", () => {
  expect(new Set(truth.texts.map(({ text }) => text)).size).toBe(truth.texts.length);
  for (const { text, perDay, reason } of truth.texts) {
    expect((perDay === null) === (reason !== null), text).toBe(true);
    if (perDay !== null) expect(perDay.max > 0 && perDay.min <= perDay.max, text).toBe(true);
    expect(/\bundefined\b|NaN|\[object/.test(text), text).toBe(false);
  }
  expect(truth.texts.some(({ text, reason }) => reason === "cut-short" && text.length === 90)).toBe(true);
});

test("situations agree with the regimen", () => {
  for (const { person, situations, end, regimen } of truth.persons) {
    const codes = new Set(situations.map(({ code }) => code));
    expect(codes.has("high-dose"), person).toBe(end.whole.max >= 90 || end.supplied >= 90);
    expect(codes.has("maintenance-treatment"), person).toBe(
      regimen.some(({ maintenance, to }) => maintenance && to === null),
    );
    const inForce = regimen.filter(({ to }) => to === null);
    if (codes.has("recorded-elsewhere-only"))
      expect(
        inForce.some(
          ({ kind, substance }) =>
            kind === "recorded elsewhere" && !inForce.some((it) => it.kind !== kind && it.substance === substance),
        ),
        person,
      ).toBe(true);
    if (codes.has("more-than-one-opioid"))
      expect(new Set(inForce.map(({ substance }) => substance)).size, person).toBeGreaterThan(1);
    if (codes.has("no-issue-lately"))
      expect(
        regimen.every(({ to }) => to !== null),
        person,
      ).toBe(true);
  }
});
