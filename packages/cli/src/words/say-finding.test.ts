import { FINDING_RULES } from "@concord/core";
import { describe, expect, it } from "vitest";
import { nameFinding, placeOfFinding, titleFinding } from "./name-findings.ts";
import { sayFinding } from "./say-finding.ts";

describe("the words for findings", () => {
  it.each(FINDING_RULES.map(({ code }) => code))(
    "%s has a name and, where it says anything, a whole sentence",
    (code) => {
      const says = sayFinding(code, {
        opioids: ["codeine"],
        with: ["diazepam"],
        substances: [],
        patches: [],
        directions: [],
      });
      expect(placeOfFinding(code)).toBeLessThan(100);
      expect(nameFinding(code).length).toBeLessThanOrEqual(32);
      expect(titleFinding(code)).toMatch(/^[A-Z0-9]/);
      expect(says).toMatch(/^$|\.$|\?$/);
      expect(says).not.toMatch(/undefined|NaN|\[object/);
    },
  );

  it("tells what the evidence holds", () => {
    expect(sayFinding("opioid-with-gabapentinoid", { opioids: ["codeine", "morphine"], with: ["pregabalin"] })).toBe(
      "Codeine and morphine with pregabalin, current on the same day. Together they slow breathing.",
    );
    expect(
      sayFinding("supply-ahead", {
        substances: [
          { substance: "codeine", from: "2026-08-01", to: "2026-11-01", suppliedMg: 600, directedMaxMg: 420.5 },
        ],
      }).replaceAll("\u202f", " "),
    ).toBe(
      "Codeine: 600 mg issued from 1 Aug 2026 to 1 Nov 2026, where the directions allow at most 420.5 mg (oral morphine equivalent).",
    );
  });

  it("says nothing it does not know", () => {
    expect(sayFinding("not-a-finding", {})).toBe("");
  });
});
