import { describe, expect, it } from "vitest";
import { ratio } from "../quantity/ratio.ts";
import { single } from "./conversion.ts";
import { convert, convertSupply } from "./convert.ts";
import { EQUIVALENCE_CASES } from "./equivalence.spec-table.ts";
import { factorTable } from "./factor-tables.ts";
import { exact, medicineOf } from "./medicine.fixture.ts";
import { sayNumber } from "./wording.ts";

const morphine30 = medicineOf({ substance: "morphine", holds: { mg: "30" } });
const fentanyl25 = medicineOf({ substance: "fentanyl", holds: { microgramsPerHour: "25", wearHours: 72 } });
const methadone5 = medicineOf({ substance: "methadone", holds: { mg: "5" } });
const uk = factorTable("uk");

describe("the specification of conversion", () => {
  it.each(EQUIVALENCE_CASES.map((row) => [`${row.product}, ${row.directions}, ${row.table}`, row] as const))(
    "%s",
    (_name, row) => {
      const amount = { unit: row.unit, min: exact(row.perDay.min), max: exact(row.perDay.max) };
      const got = convert(factorTable(row.table), medicineOf(row), amount);
      if (typeof row.expect === "string")
        expect(got).toMatchObject({ status: "refused", problem: { code: row.expect } });
      else
        expect(got).toMatchObject({
          status: "computed",
          ome: { min: exact(row.expect.min), max: exact(row.expect.max) },
        });
    },
  );
});

describe("the working", () => {
  const says = (got: ReturnType<typeof convert>) => got.steps.map((step) => step.say);

  it("goes in the order of a pencil, each step with its source", () => {
    const got = convert(uk, morphine30, { unit: "counted", ...single(2) });
    expect(says(got)).toEqual([
      "30 mg in each tablet",
      "2 tablets a day: 2 x 30 mg = 60 mg morphine a day",
      "60 mg x 1 (morphine by mouth, UK FPM/BNF (Aug 2020)) = 60 mg OME a day",
    ]);
    expect(got.steps.map((step) => step.source)).toEqual([
      "dictionary",
      "the directions",
      "UK FPM/BNF (Aug 2020), ASK",
    ]);
  });

  it("keeps both ends of a range", () => {
    const got = convert(uk, morphine30, { unit: "counted", min: ratio(1), max: ratio(3, 2) });
    expect(says(got).slice(1)).toEqual([
      "1 to 1.5 tablets a day: 1 to 1.5 x 30 mg = 30 to 45 mg morphine a day",
      "30 to 45 mg x 1 (morphine by mouth, UK FPM/BNF (Aug 2020)) = 30 to 45 mg OME a day",
    ]);
  });

  it("of a liquid goes through the mg in each ml", () => {
    const oramorph = medicineOf({ substance: "morphine", holds: { mg: "10", inMl: "5" }, countedIn: "ml" });
    expect(says(convert(uk, oramorph, { unit: "ml", ...single(20) }))).toEqual([
      "10 mg in 5 ml: 2 mg in each ml",
      "20 ml a day: 20 x 2 mg = 40 mg morphine a day",
      "40 mg x 1 (morphine by mouth, UK FPM/BNF (Aug 2020)) = 40 mg OME a day",
    ]);
  });

  it("of micrograms turns them into mg", () => {
    const film = medicineOf({ substance: "buprenorphine", route: "buccal", holds: { mg: "0.05" }, countedIn: "film" });
    expect(says(convert(factorTable("nih-heal"), film, { unit: "microgram", ...single(100) }))[0]).toBe(
      "100 micrograms buprenorphine a day = 0.1 mg buprenorphine a day",
    );
  });

  it("of a patch names the row of the table", () => {
    expect(says(convert(uk, fentanyl25, { unit: "patch", ...single(2) }))).toEqual([
      "25 micrograms in each hour",
      "one 25 micrograms/hour fentanyl patch = 60 mg OME a day (UK FPM/BNF (Aug 2020))",
      "2 patches worn at a time: 2 x 60 mg = 120 mg OME a day",
    ]);
    expect(says(convert(factorTable("cdc-2022"), fentanyl25, { unit: "patch", ...single(1) }))[1]).toBe(
      "25 micrograms/hour x 2.4 (fentanyl patch, US CDC (2022)) = 60 mg OME a day",
    );
    expect(says(convert(factorTable("openprescribing"), fentanyl25, { unit: "patch", ...single(1) })).slice(1)).toEqual(
      [
        "25 micrograms/hour x 24 hours = 0.6 mg released a day by one patch",
        "0.6 mg x 100 (fentanyl patch, OpenPrescribing opioid OME (20 Jan 2025)) = 60 mg OME a day",
        "1 patch worn at a time: 1 x 60 mg = 60 mg OME a day",
      ],
    );
  });

  it("names both factors where the ends of a range lie in two bands", () => {
    const got = convert(factorTable("cdc-2016"), methadone5, { unit: "counted", min: ratio(4), max: ratio(5) });
    expect(says(got)[2]).toBe("20 to 25 mg x 4 to 8 (methadone by mouth, US CDC (2016)) = 80 to 200 mg OME a day");
  });
});

describe("a refusal", () => {
  it("names the medicine, the table and its reason", () => {
    const got = convert(uk, methadone5, { unit: "counted", ...single(2) });
    expect(got).toMatchObject({
      status: "refused",
      problem: {
        code: "no-factor",
        detail:
          "methadone by mouth has no factor in UK FPM/BNF (Aug 2020): it depends on the starting dose and on how long it has been taken, and needs specialist advice",
      },
    });
    expect(got.steps.at(-1)?.say).toBe("2 tablets a day: 2 x 5 mg = 10 mg methadone a day");
  });

  it("of a patch strength prints the strengths that there are", () => {
    const fentanyl37 = medicineOf({ substance: "fentanyl", holds: { microgramsPerHour: "37.5", wearHours: 72 } });
    expect(convert(uk, fentanyl37, { unit: "patch", ...single(1) })).toMatchObject({
      problem: {
        detail:
          "fentanyl patch of 37.5 micrograms/hour has no row in UK FPM/BNF (Aug 2020), which prints 12, 25, 50, 75, 100",
      },
    });
  });

  it("is given for what lies below or between the printed bands, at, below and above their ends", () => {
    const cdc = factorTable("cdc-2016");
    const of = (mg: string) => {
      const got = convert(cdc, methadone5, { unit: "mg", min: exact(mg), max: exact(mg) });
      return got.status === "computed" ? sayNumber(got.ome.max) : got.problem.code;
    };
    expect(["0.5", "1", "20", "20.5", "21", "40", "40.5", "41", "60", "60.5", "61", "200"].map(of)).toEqual([
      "no-factor",
      "4",
      "80",
      "no-factor",
      "168",
      "320",
      "no-factor",
      "410",
      "600",
      "no-factor",
      "732",
      "2400",
    ]);
    expect(convert(cdc, methadone5, { unit: "mg", ...single(ratio(41, 2)) })).toMatchObject({
      problem: {
        detail:
          "methadone by mouth 20.5 mg a day has no factor: US CDC (2016) prints it for 1-20, 21-40, 41-60, 61+ mg a day",
      },
    });
  });

  it("is not undone by a dose of nothing", () => {
    expect(convert(uk, methadone5, { unit: "counted", ...single(0) }).status).toBe("refused");
  });

  it("is given for units that do not fit", () => {
    const refused = (medicine: typeof morphine30, unit: "patch" | "ml" | "counted" | "mg") =>
      convert(uk, medicine, { unit, ...single(1) });
    expect(refused(morphine30, "patch")).toMatchObject({ problem: { code: "unit-does-not-fit" } });
    expect(refused(fentanyl25, "counted")).toMatchObject({ problem: { code: "unit-does-not-fit" } });
    expect(refused(fentanyl25, "mg")).toMatchObject({ problem: { code: "unit-does-not-fit" } });
    const liquid = medicineOf({ substance: "morphine", holds: { mg: "10", inMl: "5" }, countedIn: "ml" });
    expect(refused(liquid, "counted")).toMatchObject({
      problem: { detail: expect.stringContaining("cannot be converted from a number of ml") as string },
    });
  });
});

describe("an ampoule named by volume", () => {
  const ampoule = medicineOf({
    substance: "morphine",
    route: "parenteral",
    holds: { mg: "10", inMl: "1" },
    countedIn: "ampoule",
  });

  it("has no certain content, and under a table without injections is refused for that first", () => {
    const other = factorTable("openprescribing");
    expect(convertSupply(other, ampoule, ratio(5), null)).toMatchObject({ problem: { code: "unit-does-not-fit" } });
    expect(convertSupply(uk, ampoule, ratio(5), null)).toMatchObject({ problem: { code: "no-factor" } });
    expect(convert(uk, ampoule, { unit: "counted", ...single(5) })).toMatchObject({ problem: { code: "no-factor" } });
    expect(convert(other, ampoule, { unit: "ml", ...single(2) })).toMatchObject({ ome: single(40) });
  });
});

describe("a whole supply", () => {
  it("of tablets is quantity x strength x factor", () => {
    const got = convertSupply(uk, morphine30, ratio(56), null);
    expect(got).toMatchObject({ status: "computed", ome: single(1680) });
    expect(got.steps.map((step) => step.say)).toEqual([
      "30 mg in each tablet",
      "56 tablets in all: 56 x 30 mg = 1680 mg morphine in all",
      "1680 mg x 1 (morphine by mouth, UK FPM/BNF (Aug 2020)) = 1680 mg OME in all",
    ]);
    expect(got.steps[1]?.source).toBe("the quantity");
  });

  it("of ml goes by volume", () => {
    const liquid = medicineOf({ substance: "morphine", holds: { mg: "10", inMl: "5" }, countedIn: "ml" });
    expect(convertSupply(uk, liquid, ratio(300), null)).toMatchObject({ ome: single(600) });
  });

  it("of patches counts the days that they are worn", () => {
    const got = convertSupply(uk, fentanyl25, ratio(10), null);
    expect(got).toMatchObject({ status: "computed", ome: single(1800) });
    expect(got.steps.map((step) => step.say).slice(2)).toEqual([
      "one patch is worn for 72 hours = 3 days",
      "10 patches in all: 10 x 3 days x 60 mg = 1800 mg OME in all",
    ]);
  });

  it("of patches is refused where the wear time is not known", () => {
    const unknown = { ...fentanyl25, wear: null };
    expect(convertSupply(uk, unknown, ratio(10), null)).toMatchObject({ problem: { code: "unit-does-not-fit" } });
  });

  it("under a factor that depends on the dose goes by the directed dose, or is refused", () => {
    const cdc = factorTable("cdc-2016");
    expect(convertSupply(cdc, methadone5, ratio(56), single(10))).toMatchObject({ ome: single(1120) });
    expect(convertSupply(cdc, methadone5, ratio(56), { min: ratio(0), max: ratio(30) })).toMatchObject({
      ome: single(2240),
    });
    expect(convertSupply(cdc, methadone5, ratio(56), null)).toMatchObject({ problem: { code: "no-factor" } });
    expect(convertSupply(cdc, methadone5, ratio(56), { min: ratio(10), max: ratio(30) })).toMatchObject({
      problem: { detail: expect.stringContaining("differs within the 10 to 30 mg a day") as string },
    });
  });
});
