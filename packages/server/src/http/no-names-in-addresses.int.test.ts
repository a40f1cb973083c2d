import type { RegisterPage, UnreadList } from "@concord/exchange/api";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formOf, HEADER, servePractice, STAFF, type Answer, type ServedPractice } from "./served-practice.fixture.ts";

/** Stands in everything that the records say of a person, and in nothing else. */
const MARK = "ZZMARKED";
const REFERENCE = `${MARK}-REFERENCE`;
const PRESCRIBER = `Dr ${MARK}`;

const rowOf = (product: string, directions: string, day = "2026-11-02") =>
  `${REFERENCE},1950,${MARK},,${day},,${product},56,tablet,${directions},repeat,${PRESCRIBER},issued`;
const MARKED = [
  HEADER,
  rowOf("Morphine 10mg modified-release tablets", "one twice a day"),
  rowOf("Oxycodone 5mg capsules", `one in the morning and increase slowly ${MARK}`),
  rowOf("Codeine 30mg tablets", "as directed"),
  rowOf(`Morphine ${MARK} tablets`, `take ${MARK}`),
  rowOf("Codeine 30mg tablets", `one daily ${MARK}`, MARK),
  "",
].join("\n");

interface Operation {
  readonly method: string;
  readonly path: string;
}
interface Call extends Operation {
  readonly url: string;
  readonly body: unknown;
  readonly answer: Answer;
}

let served: ServedPractice;
let operations: readonly Operation[];
const calls: Call[] = [];

const called = async (operation: Operation, url: string, body?: unknown, headers?: Record<string, string>) => {
  calls.push({ ...operation, url, body, answer: await served.call(operation.method as "GET", url, body, headers) });
};

/** What a page sends to each address that takes a body, with the person's own words in it. */
const bodiesOf = (path: string, person: string): readonly unknown[] => {
  const own = `in the words of ${REFERENCE}`;
  const known: Readonly<Record<string, readonly unknown[]>> = {
    "/api/register": [{ search: MARK, prescriber: PRESCRIBER }, { search: MARK.repeat(40) }, { doseMin: MARK }],
    "/api/register/export.csv": [
      { search: MARK, prescriber: PRESCRIBER },
      { prescriber: MARK.repeat(40), finding: MARK },
    ],
    "/api/people/find": [
      { reference: REFERENCE },
      { reference: `${MARK}-NOBODY` },
      { reference: MARK.repeat(40) },
      { [MARK]: MARK },
    ],
    "/api/people/{key}/referrals": [{ reason: own }, { reason: MARK.repeat(100) }, { reason: `${MARK}\0` }],
    "/api/people/{key}/access-reasons": [{ reason: own }, { reason: MARK.repeat(100) }],
    "/api/saved-filters": [
      { name: own, filter: `search=${MARK}` },
      { name: own, filter: "" },
      { name: MARK.repeat(20), filter: "" },
    ],
    "/api/unread-directions/{key}/readings": [
      { min: 1, max: 2, who: PRESCRIBER, note: own, person: REFERENCE },
      { min: 1, max: 2, who: "R. Ahmed", note: own },
      { min: 900, max: 900, who: "R. Ahmed", note: own, person: REFERENCE },
      { min: MARK, max: 2, who: MARK.repeat(40) },
      { min: 1, max: 2, who: "R. Ahmed", person },
    ],
    "/api/sign-in/password": [{ login: MARK, password: MARK }],
    "/api/imports": [{ path: `${MARK}.csv` }, { path: { [MARK]: MARK } }],
  };
  return [...(known[path] ?? [{ [MARK]: MARK }]), `{"${MARK}`];
};

const JSON_TYPE = { "content-type": "application/json" };

beforeAll(async () => {
  served = await servePractice();
  await served.take(`${MARK}.csv`, MARKED);
  const { paths } = await served.get<{ paths: Record<string, Record<string, object>> }>("/api/openapi.json");
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
  const { rows } = await served.get<RegisterPage>("/api/register");
  const { texts } = await served.get<UnreadList>("/api/unread-directions");
  const person = rows[0]!.key;
  for (const operation of operations) {
    const { method, path } = operation;
    // One of them signs out.
    await served.signInAs(STAFF);
    const ids = path.startsWith("/api/unread") ? texts.map(({ key }) => key) : [person, randomUUID()];
    const urls = (path.includes("{key}") ? ids : [""]).flatMap((key) =>
      (path.includes("{id}") ? ["1", "999", "none"] : [""]).map((id) =>
        path.replace("{key}", key).replace("{id}", id).replace("{month}", "2026-11"),
      ),
    );
    for (const url of urls)
      for (const body of method === "POST" || method === "PUT" ? bodiesOf(path, person) : [undefined])
        await called(
          operation,
          url,
          typeof body === "object" ? JSON.stringify(body) : body,
          body === undefined ? {} : JSON_TYPE,
        );
  }
  const form = formOf(`${MARK}-2.csv`, MARKED);
  await called({ method: "POST", path: "/api/imports" }, "/api/imports", form.body, form.headers);
  await served.imports.idle();
  await served.signInAs(STAFF);
}, 60_000);
afterAll(() => served.remove());

const marked = (text: string): boolean => text.includes(MARK);

describe("what the records say of a person", () => {
  test("was sent to and told by the service, at every address of it, in calls that went well and calls that did not", () => {
    const reached = new Set(calls.map(({ method, path }) => `${method} ${path}`));
    expect(operations.map(({ method, path }) => `${method} ${path}`).filter((one) => !reached.has(one))).toEqual([]);
    expect(calls.filter(({ answer }) => answer.status < 300).length).toBeGreaterThan(20);
    expect(calls.filter(({ answer }) => answer.status >= 400).length).toBeGreaterThan(20);
    expect(calls.filter(({ answer }) => answer.status >= 500)).toEqual([]);
    expect(calls.filter(({ answer }) => answer.status < 300 && marked(answer.text)).length).toBeGreaterThan(8);
    expect(calls.filter(({ body }) => typeof body === "string" && marked(body)).length).toBeGreaterThan(15);
  });

  test("stands in no address", () => {
    expect(calls.filter(({ url }) => marked(url))).toEqual([]);
  });

  test("stands in no line of the log", () => {
    expect(served.log.length).toBeGreaterThan(calls.length);
    expect(served.log.filter(marked)).toEqual([]);
  });

  test("stands in no problem that is told, nor in what an answer's headers say", () => {
    for (const { answer, method, url } of calls) {
      if (answer.status >= 400) expect(answer.text, `${method} ${url}`).not.toContain(MARK);
      expect(JSON.stringify(answer.headers), `${method} ${url}`).not.toContain(MARK);
    }
  });

  test("has no parameter of any address that would take it", async () => {
    const { paths } = await served.get<{
      paths: Record<string, Record<string, { parameters?: { in: string; name: string }[] }>>;
    }>("/api/openapi.json");
    const named = Object.values(paths)
      .flatMap((methods) => Object.values(methods))
      .flatMap(({ parameters = [] }) => parameters.map(({ name }) => name));
    for (const name of ["reference", "person", "search", "prescriber"]) expect(named).not.toContain(name);
  });
});
