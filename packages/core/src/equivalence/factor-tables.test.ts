import { describe, expect, it } from "vitest";
import { parseDay } from "../calendar/day.ts";
import { dependsOnDailyDose, findFactor } from "./find-factor.ts";
import { FACTOR_TABLES, factorTable, isFactorTableId, sayTable } from "./factor-tables.ts";
import { medicineOf } from "./medicine.fixture.ts";
import { presentTables } from "./present-tables.ts";
import type { FactorRow } from "./types.ts";

const EMPTY = /^\s*(n\/?a|none|unknown|tbc|todo)?\s*$/i;

const keyOf = ({ substance, route, per }: FactorRow): string => {
  const strength = per.unit === "patch" ? `${per.microgramsPerHour.n}/${per.microgramsPerHour.d}` : "";
  const band = per.unit === "mg" ? (per.fromMgPerDay ?? "") : "";
  return [substance, route, strength, band].join(" ");
};

describe.each(FACTOR_TABLES.map((table) => [table.id, table] as const))("the table %s", (_id, table) => {
  it("says where every figure comes from", () => {
    for (const field of ["name", "edition", "source", "url", "reviewer"] as const)
      expect(table[field], field).not.toMatch(EMPTY);
    expect(table.url).toMatch(/^https:\/\//);
    expect(parseDay(table.dateRead)).not.toBeNull();
    for (const row of table.rows) {
      expect(row.source, keyOf(row)).not.toMatch(EMPTY);
      expect(row.note ?? "-", keyOf(row)).not.toMatch(EMPTY);
      if (row.per.unit === "none") expect(row.per.why).not.toMatch(EMPTY);
    }
  });

  it("has no row twice, and one way of reading for each substance and route", () => {
    const keys = table.rows.map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
    const units = new Map<string, Set<string>>();
    for (const row of table.rows) {
      const key = `${row.substance} ${row.route}`;
      units.set(key, (units.get(key) ?? new Set()).add(row.per.unit));
    }
    for (const [key, ways] of units) expect(ways.size, key).toBe(1);
  });

  it("names its source in every row that is not borrowed, and says so where it is", () => {
    const key = table.source.split(":")[0];
    const borrowed = table.rows.filter((row) => row.source !== key);
    expect(borrowed.filter((row) => !/https:\/\//.test(row.note ?? ""))).toEqual([]);
  });

  it("is found by its id", () => {
    expect(isFactorTableId(table.id)).toBe(true);
    expect(factorTable(table.id)).toBe(table);
  });
});

it("knows no other id, and none from the prototype", () => {
  expect(["", "UK", "bnf", "toString", "constructor"].map(isFactorTableId)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

it("has the UK table first, as the default", () => {
  expect(FACTOR_TABLES.map((table) => table.id)).toEqual([
    "uk",
    "openprescribing",
    "cdc-2022",
    "cdc-2016",
    "nih-heal",
    "anzca-2021",
  ]);
  expect(presentTables().map((table) => table.isDefault)).toEqual([true, false, false, false, false, false]);
});

it("holds as many rows as were read", () => {
  // OpenPrescribing: 51 published; 6 salts share a row with another, 2 rows are carried as sublingual too.
  expect(Object.fromEntries(FACTOR_TABLES.map((table) => [table.id, table.rows.length]))).toEqual({
    uk: 20,
    openprescribing: 47,
    "cdc-2022": 16,
    "cdc-2016": 11,
    "nih-heal": 22,
    "anzca-2021": 18,
  });
});

it("presents figures without noise", () => {
  const uk = presentTables()[0];
  expect(uk?.rows.find((row) => row.microgramsPerHour === 52.5)).toEqual({
    substance: "buprenorphine",
    route: "transdermal",
    per: "patch",
    factor: null,
    microgramsPerHour: 52.5,
    omePerDay: 126,
    fromMgPerDay: null,
    toMgPerDay: null,
    source: "ASK",
    note: "The source prints 52 for 52.5",
  });
  expect(uk?.rows.find((row) => row.substance === "methadone")).toMatchObject({ per: "none", factor: null });
  expect(uk?.rows.find((row) => row.substance === "methadone")?.note).toMatch(/starting dose/);
  expect(uk?.rows.find((row) => row.substance === "codeine")).toMatchObject({ per: "mg", factor: 0.1, note: null });
  const cdc = presentTables().find((table) => table.id === "cdc-2016");
  expect(cdc?.rows.at(-1)).toMatchObject({ factor: 12, fromMgPerDay: 61, toMgPerDay: null });
  expect(cdc?.rows.at(-2)).toMatchObject({ factor: 10, fromMgPerDay: 41, toMgPerDay: 60 });
});

it("never borrows a row from another table", () => {
  const injected = medicineOf({ substance: "diamorphine", route: "parenteral", holds: { mg: "10" } });
  const found = (id: "uk" | "openprescribing") => findFactor(factorTable(id), injected, null);
  expect(found("uk")).toEqual({
    status: "none",
    detail: `diamorphine by injection has no row in ${sayTable(factorTable("uk"))}`,
  });
  expect(found("openprescribing").status).toBe("found");
});

it("says which factor depends on the dose a day", () => {
  const methadone = medicineOf({ substance: "methadone", holds: { mg: "5" } });
  const morphine = medicineOf({ substance: "morphine", holds: { mg: "5" } });
  expect(dependsOnDailyDose(factorTable("cdc-2016"), methadone)).toBe(true);
  expect(dependsOnDailyDose(factorTable("cdc-2022"), methadone)).toBe(false);
  expect(dependsOnDailyDose(factorTable("cdc-2016"), morphine)).toBe(false);
  expect(dependsOnDailyDose(factorTable("cdc-2016"), { ...methadone, route: "parenteral" })).toBe(false);
});

it("refuses a thing on the skin that is no patch of known strength", () => {
  const odd = medicineOf({ substance: "fentanyl", route: "transdermal", holds: { mg: "5" } });
  expect(findFactor(factorTable("uk"), odd, null)).toMatchObject({ status: "none" });
});
