import { gzipSync } from "node:zlib";
import { parseDay } from "@concord/core";
import { describe, expect, it } from "vitest";
import { addsUp, countsOf, linesOf, readFilesOf } from "../reading.fixture.ts";
import { bundle, dispense, ndjson, patient, request } from "./resources.fixture.ts";

const theIssue = "p1 2025-01-06 acute Codeine 30mg tablets x 56";

/** The same resources as one bundle a file, as bundles on lines (skimmed) and as resources on lines. */
const everyWay = async (...resources: readonly Readonly<Record<string, unknown>>[]) => {
  const other = bundle(patient("other"));
  return Promise.all([
    readFilesOf({ "one.json": JSON.stringify(bundle(...resources), null, 2) }),
    readFilesOf({ "bundles.ndjson": ndjson(other, bundle(...resources), other) }),
    readFilesOf({ "resources.ndjson": ndjson(...resources, patient("other")) }),
  ]);
};

describe("a MedicationRequest", () => {
  it("becomes an issue with all that it says, however it comes", async () => {
    const resources = [patient("p1"), request({ requester: { display: "Dr A" }, note: [{ text: "x" }] })];
    for (const { people, account } of await everyWay(...resources)) {
      expect(linesOf(people)).toEqual([theIssue]);
      expect(people[0]?.details).toEqual({ birthYear: 1960, sex: "female", registered: null });
      expect(people[0]?.issues[0]).toMatchObject({ prescriber: "Dr A", row: expect.any(Number) as number });
      expect(people[0]?.issues[0]?.reading.item).toMatchObject({
        directions: { kind: "fhir-dosage", dosage: [{ text: "one twice a day" }] },
        quantity: "56",
        quantityUnit: "tablet",
      });
      expect(account).toMatchObject({ rowsRead: 1, used: { total: 1, opioid: 1 }, failed: [] });
    }
  });

  it.each([
    [{ status: "entered-in-error" }, "entered-in-error"],
    [{ status: "cancelled" }, "cancelled"],
    [{ status: "draft" }, "draft"],
    [{ status: "on-hold" }, "on-hold"],
    [{ status: "unknown" }, "status-not-known"],
    [{ intent: "option" }, "not-an-order"],
    [{ intent: "plan" }, "not-an-order"],
    [{ intent: "proposal" }, "not-an-order"],
    [{ doNotPerform: true }, "do-not-perform"],
    [{ modifierExtension: [{ url: "https://example.org/negated", valueBoolean: true }] }, "modifier-extension"],
  ])("with %o is set aside as %s", async (rest, code) => {
    for (const { account, people } of await everyWay(patient("p1"), request(rest))) {
      expect(countsOf(account.setAside)).toEqual({ [code]: 1 });
      expect(linesOf(people)).toEqual([]);
      // What a modifier extension or an unknown status means is not known: it may be an issue.
      const uncertain = code === "modifier-extension" || code === "status-not-known";
      expect(people.map(({ refused }) => refused.length)).toEqual(uncertain ? [1] : []);
    }
  });

  it.each([
    [{ status: "Active" }, "status-not-valid", "Active"],
    [{ status: undefined }, "status-not-valid", "none"],
    [{ intent: "wish" }, "intent-not-valid", "wish"],
    [{ doNotPerform: "true" }, "flag-not-valid", "doNotPerform"],
    [{ reportedBoolean: "true" }, "flag-not-valid", "reportedBoolean"],
    [{ subject: undefined }, "person-missing", "none"],
    [{ subject: { reference: "Group/g1" } }, "person-missing", "Group/g1"],
    [{ subject: { reference: "Patient?identifier=a|b" } }, "person-missing", "Patient?identifier"],
    [{ authoredOn: undefined }, "date-missing", "no date"],
    [{ authoredOn: "2025-02-30" }, "date-not-valid", "2025-02-30"],
    [{ authoredOn: "2025-01" }, "date-not-valid", "2025-01"],
    [{ medicationCodeableConcept: undefined }, "product-missing", "no text"],
    [{ medicationCodeableConcept: { coding: [{ system: "x" }] } }, "product-missing", "no text"],
    [
      { medicationCodeableConcept: undefined, medicationReference: { reference: "Medication/gone" } },
      "medication-not-found",
      "Medication/gone",
    ],
  ])("with %o is refused as %s, named by its id", async (rest, code, found) => {
    for (const { account } of await everyWay(patient("p1"), request(rest), request({ id: "good" }))) {
      expect(countsOf(account.refused)).toEqual({ [code]: 1 });
      expect(account.refused.reasons[0]?.examples[0]?.found).toContain("MedicationRequest/r1");
      expect(account.refused.reasons[0]?.examples[0]?.found).toContain(found);
      expect(account.used.total).toBe(1);
      expect(addsUp(account)).toBe(true);
    }
  });

  it.each([
    [{}, "acute"],
    [{ courseOfTherapyType: { coding: [{ code: "continuous" }] } }, "repeat"],
    [{ courseOfTherapyType: { coding: [{ code: "acute" }] } }, "acute"],
    [{ courseOfTherapyType: { text: "repeat dispensing" } }, "repeat-dispensing"],
    [{ reportedBoolean: true }, "elsewhere"],
    [{ reportedBoolean: false }, "acute"],
    [{ reportedReference: { display: "hospital" } }, "elsewhere"],
  ])("with %o is of kind %s", async (rest, kind) => {
    for (const { people } of await everyWay(patient("p1"), request(rest)))
      expect(people[0]?.issues[0]?.kind).toBe(kind);
  });

  it("keeps the day as it is written, in no time zone", async () => {
    for (const { people } of await everyWay(request({ authoredOn: "2025-01-06T23:59:00-11:00" })))
      expect(people[0]?.issues[0]?.day).toBe(parseDay("2025-01-06"));
  });

  it("keeps every code with its system, and the days that the supply is for", async () => {
    const medicationCodeableConcept = {
      coding: [
        { system: "https://dmd.nhs.uk", code: "1", display: "Codeine 30mg tablets" },
        { system: "http://snomed.info/sct", code: "2" },
        { display: "no code" },
      ],
    };
    const dispenseRequest = { quantity: { value: 1.5, code: "mL" }, expectedSupplyDuration: { value: 4, code: "wk" } };
    for (const { people } of await everyWay(patient("p1"), request({ medicationCodeableConcept, dispenseRequest })))
      expect(people[0]?.issues[0]?.reading.item).toMatchObject({
        product: {
          name: "Codeine 30mg tablets",
          codes: [
            { system: "https://dmd.nhs.uk", code: "1" },
            { system: "http://snomed.info/sct", code: "2" },
          ],
        },
        quantity: "1.5",
        quantityUnit: "mL",
        days: 28,
      });
  });

  it("tells two apart that differ only in the structure of their dosage", async () => {
    const dosed = (value: number) => [
      { doseAndRate: [{ doseQuantity: { value } }], timing: { repeat: { frequency: 1, period: 1, periodUnit: "d" } } },
    ];
    for (const { people } of await everyWay(
      patient("p1"),
      request({ id: "a", dosageInstruction: dosed(1) }),
      request({ id: "b", dosageInstruction: dosed(2) }),
      request({ id: "c", dosageInstruction: dosed(1) }),
    ))
      expect(people[0]?.issues.map(({ reading }) => reading.item.directions)).toEqual(
        [1, 2, 1].map((value) => ({ kind: "fhir-dosage", dosage: dosed(value) })),
      );
  });
});

describe("a reference", () => {
  it.each([
    ["relative", "Patient/p1", undefined],
    ["absolute", "https://example.org/fhir/Patient/p1", undefined],
    ["of a version", "Patient/p1/_history/3", undefined],
    [
      "a urn of the bundle",
      "urn:uuid:0b7ab1e2-0000-4000-8000-000000000001",
      "urn:uuid:0b7ab1e2-0000-4000-8000-000000000001",
    ],
  ])("to a person may be %s", async (_, reference, fullUrl) => {
    const entries = {
      resourceType: "Bundle",
      type: "transaction",
      entry: [{ resource: request({ subject: { reference } }) }, { fullUrl, resource: patient("p1") }],
    };
    for (const text of [JSON.stringify(entries, null, 1), ndjson(entries, entries)]) {
      const { people } = await readFilesOf({ x: text });
      expect(people.map(({ person }) => person)).toEqual(["p1"]);
      expect(people[0]?.details.birthYear).toBe(1960);
    }
  });

  const oxycodone = { resourceType: "Medication", id: "m1", code: { text: "Oxycodone 10mg modified-release tablets" } };
  const byReference = (reference: string) =>
    request({ medicationCodeableConcept: undefined, medicationReference: { reference } });

  it("to a Medication is followed in the resource, in the bundle and in other files, before or after", async () => {
    const contained = { ...byReference("#m1"), contained: [oxycodone] };
    const expected = ["p1 2025-01-06 acute Oxycodone 10mg modified-release tablets x 56"];
    for (const files of [
      { a: JSON.stringify(contained, null, 1) },
      { a: ndjson(contained, patient("other")) },
      { a: ndjson(bundle(contained), bundle(patient("other"))) },
      { a: ndjson(bundle(byReference("Medication/m1"), oxycodone), bundle(patient("other"))) },
      { a: ndjson(byReference("Medication/m1"), oxycodone) },
      { a: ndjson(byReference("Medication/m1")), b: ndjson(patient("p1"), oxycodone) },
      { "z.ndjson": ndjson(oxycodone), "a.ndjson": ndjson(byReference("https://example.org/Medication/m1")) },
      { a: ndjson(bundle(byReference("Medication/m1"))), b: gzipSync(ndjson(bundle(oxycodone))) },
    ]) {
      const { people, account } = await readFilesOf(files);
      expect(linesOf(people)).toEqual(expected);
      expect(addsUp(account)).toBe(true);
    }
  });
});

describe("a MedicationDispense", () => {
  const forRequest = dispense({ authorizingPrescription: [{ reference: "MedicationRequest/r1" }] });

  it("without a request is an issue on the day that it was handed over", async () => {
    for (const { people } of await everyWay(patient("p1"), dispense({ whenPrepared: "2025-01-01" })))
      expect(linesOf(people)).toEqual(["p1 2025-01-07 acute Codeine 30mg tablets x 56"]);
  });

  it("for a request that is in the data is not counted twice, in whatever order and file they come", async () => {
    for (const files of [
      { a: JSON.stringify(bundle(forRequest, request()), null, 1) },
      { a: ndjson(bundle(forRequest, request()), bundle(patient("x"))) },
      { a: ndjson(forRequest, request()) },
      { a: ndjson(forRequest), b: ndjson(request()) },
      { a: ndjson(bundle(request())), b: ndjson(bundle(forRequest), bundle(patient("x"))) },
      { a: ndjson(bundle(request()), bundle(patient("x"))), b: ndjson(forRequest) },
    ]) {
      const { people, account } = await readFilesOf(files);
      expect(linesOf(people)).toEqual([theIssue]);
      expect(countsOf(account.setAside)).toEqual({ "dispense-of-counted-request": 1 });
      expect(account.rowsRead).toBe(2);
    }
  });

  it("for a request that a transaction knows by a urn is not counted twice", async () => {
    const urn = "urn:uuid:0b7ab1e2-0000-4000-8000-000000000002";
    const one = { resourceType: "Bundle", type: "transaction", entry: [{ fullUrl: urn, resource: request() }] };
    const two = ndjson(dispense({ authorizingPrescription: [{ reference: urn }] }), patient("x"));
    const { account } = await readFilesOf({ a: ndjson(one, bundle(patient("x"))), b: two });
    expect(countsOf(account.setAside)).toEqual({ "dispense-of-counted-request": 1 });
  });

  it("is an issue where its request is not in the data, was cancelled, or is another person's", async () => {
    const mine = "p1 2025-01-07 acute Codeine 30mg tablets x 56";
    for (const rest of [[], [request({ status: "cancelled" })], [request({ subject: { reference: "Patient/p0" } })]])
      expect(linesOf((await readFilesOf({ a: ndjson(forRequest, ...rest, patient("x")) })).people)).toContain(mine);
  });

  it.each([
    ["declined", "not-issued"],
    ["preparation", "not-issued"],
    ["cancelled", "cancelled"],
    ["entered-in-error", "entered-in-error"],
  ])("that is %s is set aside", async (status, code) => {
    for (const { account } of await everyWay(dispense({ status })))
      expect(countsOf(account.setAside)).toEqual({ [code]: 1 });
  });
});

describe("a refill", () => {
  const handedOver = (id: string, day: string, rest: object = {}) =>
    dispense({ id, whenHandedOver: day, authorizingPrescription: [{ reference: "MedicationRequest/r1" }], ...rest });
  const refills = [handedOver("d3", "2025-03-03"), handedOver("d1", "2025-01-07"), handedOver("d2", "2025-02-04")];
  const expected = [
    theIssue,
    "p1 2025-02-04 acute Codeine 30mg tablets x 56",
    "p1 2025-03-03 acute Codeine 30mg tablets x 56",
  ];

  it("is a further supply; the earliest is the order's own, in whatever order and file they come", async () => {
    for (const files of [
      { a: JSON.stringify(bundle(...refills, request()), null, 1) },
      { a: ndjson(bundle(request(), ...refills), bundle(patient("x"))) },
      { a: ndjson(...refills), b: ndjson(request()) },
      { a: ndjson(request()), b: ndjson(...refills) },
      { a: ndjson(bundle(request()), bundle(patient("x"))), b: ndjson(...refills) },
    ]) {
      const { people, account } = await readFilesOf(files);
      expect(linesOf(people)).toEqual(expected);
      expect(countsOf(account.setAside)).toEqual({ "dispense-of-counted-request": 1 });
      expect(addsUp(account)).toBe(true);
    }
  });

  it("takes the directions of its order where it has none of its own", async () => {
    const bare = { dosageInstruction: undefined };
    for (const { people } of await everyWay(
      request(),
      handedOver("d1", "2025-01-07"),
      handedOver("d2", "2025-02-04", bare),
    ))
      expect(people[0]?.issues.map(({ reading }) => reading.item.directions)).toEqual(
        [1, 2].map(() => ({ kind: "fhir-dosage", dosage: [{ text: "one twice a day" }] })),
      );
  });

  it("of the same day is a further supply all the same", async () => {
    const twice = [handedOver("d1", "2025-01-07"), handedOver("d2", "2025-01-07")];
    for (const { people } of await everyWay(request(), ...twice))
      expect(linesOf(people)).toEqual([theIssue, "p1 2025-01-07 acute Codeine 30mg tablets x 56"]);
  });
});

describe("a resource that is read twice", () => {
  it("counts once, whatever pages and exports it stands in", async () => {
    const elsewhere = request({ subject: { reference: "https://example.org/fhir/Patient/p1" } });
    const resources = [request(), elsewhere, dispense(), dispense()];
    for (const { people, account } of await everyWay(patient("p1"), ...resources)) {
      expect(linesOf(people)).toEqual([theIssue, "p1 2025-01-07 acute Codeine 30mg tablets x 56"]);
      expect(countsOf(account.setAside)).toEqual({ "read-already": 2 });
      expect(addsUp(account)).toBe(true);
    }
    const pages = await readFilesOf({ a: ndjson(bundle(request()), bundle(request())), b: ndjson(request()) });
    expect(linesOf(pages.people)).toEqual([theIssue]);
  });

  it("is none of another person or type with that id, and none without an id", async () => {
    const others = [request({ subject: { reference: "Patient/p2" } }), dispense({ id: "r1" })];
    const nameless = [request({ id: undefined }), request({ id: undefined })];
    for (const { account } of await everyWay(request(), ...others, ...nameless)) expect(account.used.total).toBe(5);
  });

  it("and entered in error in one of its copies is no issue", async () => {
    const wrong = request({ status: "entered-in-error" });
    const other = request({ id: "r2" });
    for (const resources of [
      [request(), wrong, other],
      [wrong, request(), other],
    ])
      for (const { people, account } of await everyWay(...resources)) {
        expect(linesOf(people)).toEqual([theIssue]);
        expect(addsUp(account)).toBe(true);
      }
  });
});

describe("a MedicationStatement", () => {
  const statement = (rest: object) => ({
    resourceType: "MedicationStatement",
    id: "s1",
    status: "active",
    medicationCodeableConcept: { text: "Codeine 30mg tablets" },
    subject: { reference: "Patient/p1" },
    effectivePeriod: { start: "2025-01-05" },
    dosage: [{ text: "one twice a day" }],
    ...rest,
  });

  it("is something recorded elsewhere; one about requests of this practice is set aside", async () => {
    for (const { people } of await everyWay(statement({})))
      expect(linesOf(people)).toEqual(["p1 2025-01-05 elsewhere Codeine 30mg tablets x null"]);
    for (const { account } of await everyWay(statement({ basedOn: [{ reference: "MedicationRequest/r1" }] })))
      expect(countsOf(account.setAside)).toEqual({ "statement-of-request": 1 });
  });
});

describe("a FHIR file", () => {
  it("with other resources counts only medicines as rows", async () => {
    const others = [
      { resourceType: "Condition", id: "c" },
      { resourceType: "Encounter", id: "e" },
    ];
    for (const { account } of await everyWay(patient("p1"), ...others, request())) expect(account.rowsRead).toBe(1);
  });

  it("with a damaged line refuses the line and reads the rest", async () => {
    const lines = ndjson(
      bundle(request({ id: "a" })),
      bundle(request({ id: "b" })),
      bundle(request({ id: "c" })),
    ).split("\n");
    const [first = "", second = "", third = ""] = lines;
    for (const bad of [
      second.slice(0, -20),
      second.slice(0, 100),
      "{",
      '{"resourceType":"Bundle","type":"collection","entry":[}',
      "not JSON",
      "[]",
      "7",
      '{"a":1}',
    ]) {
      const { account } = await readFilesOf({ x: [first, bad, third].join("\n") });
      expect(account.used.total).toBe(2);
      expect(account.refused.total).toBe(1);
      expect(account.refused.reasons[0]?.examples[0]?.row).toBe(2);
      expect(addsUp(account)).toBe(true);
    }
  });

  it("that is cut short fails on its own", async () => {
    const text = JSON.stringify(bundle(request()), null, 1);
    for (const cut of [text.slice(0, -9), JSON.stringify(bundle(request())).slice(0, -9)]) {
      const { account, folder } = await readFilesOf({ "a.json": cut, "b.json": text });
      expect(account.failed).toEqual([expect.objectContaining({ file: `${folder}/a.json`, code: "damaged" })]);
      expect(account.failed[0]?.found).toMatch(/not valid JSON/);
      expect(account.used.total).toBe(1);
    }
  });

  it("of a history is set aside: versions of one issue are not issues", async () => {
    const history = { ...bundle(request(), request()), type: "history" };
    for (const text of [JSON.stringify(history, null, 1), ndjson(history, history)]) {
      const { account, people } = await readFilesOf({ x: text });
      expect(people).toEqual([]);
      expect(countsOf(account.setAside)).toEqual({ history: text.startsWith("{\n") ? 2 : 4 });
    }
  });

  it("gives the entry of a bundle in a file of its own, and the line of a bundle among others", async () => {
    const [alone, lines] = await everyWay(patient("p1"), request());
    expect(alone!.people[0]?.issues[0]?.row).toBe(2);
    expect(lines!.people[0]?.issues[0]?.row).toBe(2);
    const oneLine = await readFilesOf({ x: JSON.stringify(bundle(patient("p1"), patient("p2"), request())) });
    expect(oneLine.people[0]?.issues[0]?.row).toBe(3);
  });
});
