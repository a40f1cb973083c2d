import { describe, expect, it } from "vitest";
import { DISPENSE_STATUS, meaningIn, REQUEST_INTENT, REQUEST_STATUS, STATEMENT_STATUS } from "./value-sets.ts";

/** The codes as FHIR R4 (4.0.1) publishes them, in its order. */
const PUBLISHED = [
  [
    "medicationrequest-status",
    REQUEST_STATUS,
    "active on-hold cancelled completed entered-in-error stopped draft unknown",
  ],
  [
    "medicationrequest-intent",
    REQUEST_INTENT,
    "proposal plan order original-order reflex-order filler-order instance-order option",
  ],
  [
    "medicationdispense-status",
    DISPENSE_STATUS,
    "preparation in-progress cancelled on-hold completed entered-in-error stopped declined unknown",
  ],
  [
    "medication-statement-status",
    STATEMENT_STATUS,
    "active completed entered-in-error intended stopped on-hold unknown not-taken",
  ],
] as const;

describe("a value set of FHIR R4", () => {
  it.each(PUBLISHED)("%s has each published code and no other", (_, meanings, codes) => {
    expect(Object.keys(meanings)).toEqual(codes.split(" "));
  });

  it("takes only orders for issues", () => {
    const orders = Object.entries(REQUEST_INTENT).filter(([, meaning]) => meaning === "used");
    expect(orders.map(([code]) => code)).toEqual([
      "order",
      "original-order",
      "reflex-order",
      "filler-order",
      "instance-order",
    ]);
  });

  it("refuses what it does not have", () => {
    for (const code of ["Active", "", "constructor", undefined, 7])
      expect(meaningIn(REQUEST_STATUS, code, "status-not-valid")).toBe("status-not-valid");
  });
});
