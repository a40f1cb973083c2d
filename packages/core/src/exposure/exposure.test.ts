import { describe, expect, test } from "vitest";
import { formatDay } from "../calendar/day.ts";
import { exposureOf } from "./exposure.ts";
import { companionReading, issue, mg, on, reading, unwatchedReading } from "./reading.fixture.ts";
import type { Issue } from "./types.ts";

const DAY = "2026-01-01";
const stretch = (it: { readonly from: number; readonly to: number }) =>
  `${formatDay(it.from as never)} ${formatDay(it.to as never)}`;

describe("segments", () => {
  const segmentsOf = (issues: readonly Issue[], settings = {}) =>
    exposureOf(issues, settings).segments.map((it) => [stretch(it), it.directed.min / 1e6, it.directed.max / 1e6]);

  test("regular issues of one dose are one stretch", () => {
    expect(segmentsOf([issue(DAY), issue("2026-01-29"), issue("2026-02-26")])).toEqual([
      ["2026-01-01 2026-04-23", 20, 20],
    ]);
  });

  test("a gap stands between as 0 to 0", () => {
    expect(segmentsOf([issue(DAY), issue("2026-06-01")])).toEqual([
      ["2026-01-01 2026-02-26", 20, 20],
      ["2026-02-26 2026-06-01", 0, 0],
      ["2026-06-01 2026-07-27", 20, 20],
    ]);
  });

  test("substances stand in order of name, each with its own band", () => {
    const [both] = exposureOf([issue(DAY), issue(DAY, { substance: "codeine", perDay: [0, 24] })]).segments;
    expect(both?.bySubstance).toEqual([
      { substance: "codeine", min: mg(0), max: mg(24) },
      { substance: "morphine", min: mg(20), max: mg(20) },
    ]);
  });

  test("a stretch changes where the substances do, though the total does not", () => {
    const issues = [
      issue(DAY, { phases: [[5, 20, 20]] }),
      issue("2026-01-06", { substance: "codeine", phases: [[5, 20, 20]] }),
    ];
    expect(segmentsOf(issues)).toEqual([
      ["2026-01-01 2026-01-06", 20, 20],
      ["2026-01-06 2026-01-11", 20, 20],
    ]);
  });

  test("what is refused stands beside, once for each product and problem", () => {
    const unread = reading({ directionsRefused: true });
    const [segment] = exposureOf([issue(DAY, unread), issue(DAY, unread), issue(DAY, { id: "other" })]).segments;
    expect(segment).toMatchObject({ directed: { min: mg(20), max: mg(20) } });
    expect(segment?.unconverted).toEqual([
      {
        substance: "morphine",
        product: "morphine  tablets",
        problem: { code: "directions-refused", detail: "as-directed" },
      },
    ]);
  });

  test("an issue that adds counts beside the earlier one, where that is asked for", () => {
    const early = [issue(DAY), issue("2026-01-22")];
    expect(segmentsOf(early, { overlap: "add", graceDays: 0 })).toEqual([
      ["2026-01-01 2026-01-22", 20, 20],
      ["2026-01-22 2026-01-29", 40, 40],
      ["2026-01-29 2026-02-19", 20, 20],
    ]);
  });

  test("products that are not watched, and none at all, make nothing", () => {
    const nothing = { segments: [], supply: [], companions: [], maintenance: [], elsewhere: [] };
    expect(exposureOf([])).toMatchObject(nothing);
    expect(exposureOf([issue(DAY, unwatchedReading())])).toMatchObject(nothing);
  });

  test("a stretch of supply that the record states holds where the quantity is not known", () => {
    expect(segmentsOf([issue(DAY, { supplied: null, days: 7 })], { graceDays: 0 })).toEqual([
      ["2026-01-01 2026-01-08", 20, 20],
    ]);
  });

  test("more kinds of item than are looked through one by one are told apart all the same", () => {
    const kinds = Array.from({ length: 40 }, (_, i) => reading({ id: `medicine ${i}`, perDay: 1 }));
    const issues = [DAY, "2026-01-10", "2026-01-20"].flatMap((day) => kinds.map((kind) => issue(day, kind)));
    expect(segmentsOf(issues)[0]).toEqual(["2026-01-01 2026-04-14", 40, 40]);
  });

  test("ten thousand issues of one person are no burden", () => {
    const issues = Array.from({ length: 10_000 }, (_, i) =>
      issue((10_000 + i) as never, { id: `medicine ${i % 700}`, perDay: 1 }),
    );
    expect(exposureOf(issues).segments.length).toBeGreaterThan(0);
  });
});

describe("supply", () => {
  test("steps at each issue and 90 days after it, by substance and in total", () => {
    const { supply } = exposureOf([issue(DAY), issue("2026-01-29", { substance: "codeine", supplied: 90 })]);
    expect(
      supply.map((it) => [stretch(it), it.inWindow, it.bySubstance.map((s) => [s.substance, s.inWindow])]),
    ).toEqual([
      ["2026-01-01 2026-01-29", mg(560), [["morphine", mg(560)]]],
      [
        "2026-01-29 2026-04-01",
        mg(650),
        [
          ["codeine", mg(90)],
          ["morphine", mg(560)],
        ],
      ],
      ["2026-04-01 2026-04-29", mg(90), [["codeine", mg(90)]]],
    ]);
  });

  test("is at least where a quantity in the window has no number", () => {
    const { supply } = exposureOf([issue(DAY), issue("2026-01-29", { supplied: null })]);
    expect(supply.map((it) => [stretch(it), it.suppliedAtLeast])).toEqual([
      ["2026-01-01 2026-01-29", false],
      ["2026-01-29 2026-04-01", true],
      ["2026-04-01 2026-04-29", true],
    ]);
    expect(supply[1]?.unconverted.map(({ problem }) => problem.code)).toEqual(["quantity-missing"]);
  });

  test("has a stretch of 0 between issues far apart", () => {
    const { supply } = exposureOf([issue(DAY), issue("2026-06-01")]);
    expect(supply.map((it) => [stretch(it), it.inWindow])).toEqual([
      ["2026-01-01 2026-04-01", mg(560)],
      ["2026-04-01 2026-06-01", 0],
      ["2026-06-01 2026-08-30", mg(560)],
    ]);
  });
});

describe("what stands beside the dose", () => {
  test("companions: supply after supply is one interval, a break makes two", () => {
    const diazepam = companionReading("benzodiazepine", "diazepam");
    const issues = [issue(DAY, diazepam), issue("2026-02-26", diazepam), issue("2026-06-01", diazepam)];
    const { companions } = exposureOf(issues);
    expect(companions.map((it) => [it.class, it.substance, stretch(it)])).toEqual([
      ["benzodiazepine", "diazepam", "2026-01-01 2026-04-23"],
      ["benzodiazepine", "diazepam", "2026-06-01 2026-07-27"],
    ]);
  });

  test("companions: a shorter supply does not cut a longer one short, and each substance stands alone", () => {
    const issues = [
      issue(DAY, companionReading("gabapentinoid", "pregabalin", { runOutDays: 84 })),
      issue("2026-01-10", companionReading("gabapentinoid", "pregabalin")),
      issue(DAY, companionReading("gabapentinoid", "gabapentin")),
    ];
    expect(exposureOf(issues).companions.map((it) => [it.substance, stretch(it)])).toEqual([
      ["gabapentin", "2026-01-01 2026-02-26"],
      ["pregabalin", "2026-01-01 2026-04-23"],
    ]);
  });

  test("companions recorded elsewhere count as companions", () => {
    const naloxone = issue(DAY, companionReading("naloxone", "naloxone"), { kind: "elsewhere" });
    expect(exposureOf([naloxone]).companions).toHaveLength(1);
  });

  test("maintenance treatment and what is recorded elsewhere are intervals, never a dose", () => {
    const exposure = exposureOf([
      issue(DAY, { substance: "methadone", use: "maintenance", name: "methadone 1mg/ml" }),
      issue(DAY, { productRefused: "maintenance", name: "unclear" }, { kind: "elsewhere" }),
      issue(DAY, { substance: "oxycodone", name: "oxycodone" }, { kind: "elsewhere" }),
    ]);
    expect(exposure).toMatchObject({ segments: [], supply: [] });
    expect(exposure.maintenance).toEqual([
      { substance: "methadone", product: "methadone 1mg/ml", from: on(DAY), to: on("2026-02-26") },
      { substance: null, product: "unclear", from: on(DAY), to: on("2026-02-26") },
    ]);
    expect(exposure.elsewhere).toEqual([
      { substance: "oxycodone", product: "oxycodone", from: on(DAY), to: on("2026-04-01") },
    ]);
  });
});
