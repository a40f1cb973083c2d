import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf, readFilesOf } from "../reading.fixture.ts";
import { bundle, patient, request } from "./resources.fixture.ts";

const someOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);

/** Members in any order, present or not, as different systems write them. */
const anyRequest = fc
  .record(
    {
      status: someOf("completed", "active", "cancelled", "odd"),
      intent: someOf("order", "plan"),
      medicationCodeableConcept: someOf<object>(
        { text: "Codeine 30mg tablets" },
        { text: 'Codeine "30mg" tablets' },
        { coding: [{ display: "Tramadol 50mg capsules", code: "\\{[" }] },
        {},
      ),
      subject: someOf({ reference: "Patient/p1" }, { reference: "urn:uuid:u1" }, { display: "é" }),
      authoredOn: someOf("2025-01-06", "2025-01-06T10:00:00Z", "2025-01", "2025-02-30", "06/01/2025"),
      dosageInstruction: someOf<unknown>([{ text: "one twice a day" }], [{ text: 'né ] } \\ " {' }], []),
      dispenseRequest: someOf<unknown>({ quantity: { value: 56, unit: "tablet" } }, { quantity: { value: 1e2 } }, null),
      requester: someOf({ display: "Dr A" }, { display: "Dr É" }),
      doNotPerform: someOf<unknown>(true, false, "true"),
      reportedBoolean: someOf<unknown>(true, false, "true"),
      modifierExtension: someOf<unknown>([], [{ url: "x" }]),
      note: someOf<unknown>([{ text: '},{"resource":{' }], true, -1.5e3, null, ""),
      id: someOf("r1", "r2"),
    },
    { requiredKeys: ["status", "intent", "medicationCodeableConcept", "subject", "authoredOn"] },
  )
  .chain((members) =>
    fc.shuffledSubarray(Object.entries({ resourceType: "MedicationRequest", ...members }), {
      minLength: Object.keys(members).length + 1,
    }),
  )
  .map((entries) => Object.fromEntries(entries));

/** JSON with every so many-th letter written as its number, in names and values alike. */
const escaped = (json: string, every: number): string => {
  let at = 0;
  return json.replaceAll(/\\.|[A-Za-z]/g, (letter) =>
    letter.length > 1 || ++at % every !== 0 ? letter : `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
};

const escapedStrings = (json: string, every: number): string =>
  json.replaceAll(/"(?:[^"\\]|\\.)*"/g, (text) => escaped(text, every));

const summaryOf = ({ people, account }: Awaited<ReturnType<typeof readFilesOf>>) => ({
  lines: linesOf(people),
  items: people.flatMap(({ issues }) =>
    issues.map(({ reading, kind, prescriber }) => ({ item: reading.item, kind, prescriber })),
  ),
  details: people.map(({ details }) => details),
  used: account.used,
  setAside: account.setAside.reasons.map(({ code, count }) => [code, count]),
  refused: account.refused.reasons.map(({ code, count }) => [code, count]),
});

describe("a bundle that is skimmed", () => {
  it("says the same as one that is parsed, whatever stands in it and however it is spaced", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRequest, { maxLength: 6 }), fc.boolean(), async (requests, spaced) => {
        const entry = [
          { fullUrl: "urn:uuid:u1", resource: patient("p9") },
          // Each three times over: the second and third are known by the first.
          ...requests
            .flatMap((one, at) => [
              one,
              { ...one, id: `r9-${at}` },
              { ...one, id: `r8-${at}`, authoredOn: "2025-02-01", subject: { reference: "Patient/p9" } },
            ])
            .map((resource, at) => ({ fullUrl: `urn:uuid:q${at}`, resource })),
        ];
        const whole = { resourceType: "Bundle", type: "collection", entry };
        const parsed = await readFilesOf({ "a.json": JSON.stringify(whole, null, 2) });
        const line = JSON.stringify(whole);
        // Spaces between tokens only: none of the texts above has this sequence outside a string's escapes.
        const text = spaced ? JSON.stringify(whole, null, 1).replaceAll(/\n\s*/g, " ") : line;
        const skimmed = await readFilesOf({ "a.ndjson": `${text}\n${JSON.stringify(bundle(patient("x")))}\n` });
        expect(summaryOf(skimmed)).toEqual(summaryOf(parsed));
      }),
      { numRuns: 150 },
    );
  });

  it("says the same where characters are written as numbers, in names as in values, whatever came before", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRequest, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 40 }),
        async (requests, every) => {
          const line = JSON.stringify(bundle(patient("p9"), ...requests));
          const odd = escapedStrings(line, every);
          const [plain, written] = await Promise.all(
            [line, odd].map((second) => readFilesOf({ "a.ndjson": `${line}\n${second}\n${line}\n` })),
          );
          expect(summaryOf(written!)).toEqual(summaryOf(plain!));
          const [wholly, parsed] = await Promise.all(
            [escapedStrings(line, 1), line].map((each) => readFilesOf({ "a.ndjson": `${each}\n${each}\n` })),
          );
          expect(summaryOf(wholly!)).toEqual(summaryOf(parsed!));
        },
      ),
      { numRuns: 100 },
    );
  });

  it("remembers requests by every byte: one letter more is another item", async () => {
    const texts = Array.from(
      { length: 40 },
      (_, at) => `take one ${"x".repeat(30)}${String.fromCharCode(65 + at)}${"y".repeat(30)} twice a day`,
    );
    const requests = texts.map((text, at) => request({ id: `r${at}`, dosageInstruction: [{ text }] }));
    const { people } = await readFilesOf({
      x: `${JSON.stringify(bundle(...requests))}\n${JSON.stringify(bundle())}\n`,
    });
    expect(people[0]?.issues.map(({ reading }) => reading.item.directions)).toEqual(
      texts.map((text) => ({ kind: "fhir-dosage", dosage: [{ text }] })),
    );
  });
});
