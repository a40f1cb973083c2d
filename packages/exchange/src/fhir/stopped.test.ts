import { formatDay } from "@concord/core";
import { describe, expect, it } from "vitest";
import { readFilesOf } from "../reading.fixture.ts";
import { bundle, dispense, ndjson, patient, request } from "./resources.fixture.ts";

const R5 = "http://hl7.org/fhir/5.0/StructureDefinition/extension-MedicationRequest.statusChanged";
const GP_CONNECT = "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-MedicationStatusReason-1";

/** When each issue was stopped, and whether the record tells. */
const stoppedOf = async (...resources: readonly Readonly<Record<string, unknown>>[]): Promise<readonly string[]> => {
  const later = request({ id: "last", authoredOn: "2025-06-30", medicationCodeableConcept: { text: "Paracetamol" } });
  const all = [patient("p1"), later, ...resources];
  const ways = [
    ndjson(...all),
    `${ndjson(bundle(...all))}${ndjson(bundle())}`,
    JSON.stringify(bundle(...all), null, 2),
  ];
  const read = await Promise.all(ways.map((text) => readFilesOf({ "a.json": text })));
  const said = read.map(({ people }) =>
    people.flatMap(({ issues }) =>
      issues.map(({ stopped }) =>
        stopped === undefined ? "not stopped" : `${formatDay(stopped.day)}${stopped.told ? "" : ", untold"}`,
      ),
    ),
  );
  expect(said[1]).toEqual(said[0]);
  expect(said[2]).toEqual(said[0]);
  return said[0]!;
};

const changed = (extension: unknown) => request({ status: "stopped", extension: [extension] });

describe("an order that was stopped", () => {
  it.each([
    ["the day of its change of status", { url: R5, valueDateTime: "2025-01-20" }, "2025-01-20"],
    ["a time of it, as the day that is written", { url: R5, valueDateTime: "2025-01-20T23:30:00-05:00" }, "2025-01-20"],
    [
      "the day beside the reason for its status",
      { url: GP_CONNECT, extension: [{ url: "statusChangeDate", valueDateTime: "2025-02-01" }] },
      "2025-02-01",
    ],
    ["a month, which is no day", { url: R5, valueDateTime: "2025-01" }, "2025-06-30, untold"],
    ["another extension", { url: `${R5}/other`, valueDateTime: "2025-01-20" }, "2025-06-30, untold"],
    ["something of another shape", { url: GP_CONNECT, extension: { url: "statusChangeDate" } }, "2025-06-30, untold"],
  ])("tells by %s", async (_, extension, says) => {
    expect(await stoppedOf(changed(extension))).toEqual([says]);
  });

  it("was stopped by the last day of the records, where it does not tell when", async () => {
    // When a server last stored it is no day of anything that was done for a person.
    const stored = request({ status: "stopped", meta: { lastUpdated: "2025-01-08T09:00:00Z" } });
    expect(await stoppedOf(stored)).toEqual(["2025-06-30, untold"]);
  });

  it.each(["active", "completed"])("is another thing than one that is %s", async (status) => {
    expect(await stoppedOf(request({ status, extension: [{ url: R5, valueDateTime: "2025-01-20" }] }))).toEqual([
      "not stopped",
    ]);
  });

  it("ends what was handed over for it later, too", async () => {
    const order = changed({ url: R5, valueDateTime: "2025-03-10" });
    const handedOver = (id: string, whenHandedOver: string) =>
      dispense({ id, whenHandedOver, authorizingPrescription: [{ reference: "MedicationRequest/r1" }] });
    expect(await stoppedOf(order, handedOver("d1", "2025-01-07"), handedOver("d2", "2025-02-07"))).toEqual([
      "2025-03-10",
      "2025-03-10",
    ]);
  });
});

describe("a statement of a medicine", () => {
  const statement = (rest: Readonly<Record<string, unknown>>) => ({
    resourceType: "MedicationStatement",
    id: "s1",
    status: "active",
    medicationCodeableConcept: { text: "Codeine 30mg tablets" },
    subject: { reference: "Patient/p1" },
    effectivePeriod: { start: "2025-01-06" },
    ...rest,
  });

  it.each([
    [{}, "not stopped"],
    [{ effectivePeriod: { start: "2025-01-06", end: "2025-01-31" } }, "2025-02-01"],
    [{ status: "completed", effectivePeriod: { start: "2025-01-06", end: "2025-01-31" } }, "2025-02-01"],
    [{ status: "completed" }, "2025-06-30, untold"],
    [{ status: "stopped" }, "2025-06-30, untold"],
  ])("with %o: %s", async (rest, says) => {
    expect(await stoppedOf(statement(rest))).toEqual([says]);
  });
});
