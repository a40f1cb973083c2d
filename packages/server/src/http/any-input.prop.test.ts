import { FINDING_CODES } from "@concord/core";
import { problem } from "@concord/exchange/api";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  KNOWN_EXTRACT,
  servePractice,
  STAFF,
  twinExtract,
  type Answer,
  type ServedPractice,
} from "./served-practice.fixture.ts";
import { PROBLEMS } from "./problems.ts";
import { checkAgainst, type Schema } from "./json-schema.fixture.ts";

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly schema: Schema;
}
interface Operation {
  /** Nobody gets in by chance. */
  readonly waysIn: boolean;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | null;
  readonly answers: Readonly<Record<string, Schema | null>>;
}
interface Described {
  readonly tags: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >;
}

let served: ServedPractice;
let operations: readonly Operation[];
let people: readonly string[];
let keys: readonly string[];
/** Not the one that asks: it would end its own sessions. */
let anotherAccount: string;

const operationsOf = (paths: Readonly<Record<string, Readonly<Record<string, Described>>>>): readonly Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, it]) => ({
      waysIn: it.tags.includes("signing in"),
      method: method.toUpperCase(),
      path,
      parameters: it.parameters ?? [],
      body: it.requestBody?.content["application/json"]?.schema ?? null,
      answers: Object.fromEntries(
        Object.entries(it.responses).map(([status, { content }]) => [
          status,
          content?.["application/json"]?.schema ?? null,
        ]),
      ),
    })),
  );

beforeAll(async () => {
  served = await servePractice();
  await served.take("twin.csv", await twinExtract(60));
  await served.take("known.csv", KNOWN_EXTRACT);
  const { paths } = await served.get<{ paths: Record<string, Record<string, Described>> }>("/api/openapi.json");
  operations = operationsOf(paths);
  const page = await served.get<{ rows: { key: string }[] }>("/api/register?size=20");
  people = page.rows.map(({ key }) => key);
  const unread = await served.get<{ texts: { key: string }[] }>("/api/unread-directions");
  keys = unread.texts.map(({ key }) => key);
  const another = { login: "another", name: "Another", roles: ["evaluator"] };
  anotherAccount = (await served.call<{ account: { id: string } }>("POST", "/api/accounts", another)).body.account.id;
}, 120_000);
afterAll(() => served.remove());

/** Words that break what is glued together: SQL, paths, headers, other alphabets, what no database holds. */
const nasty = fc.constantFrom(
  "",
  " ",
  "\0",
  "a\0b",
  "%",
  "%00",
  "%zz",
  "'",
  "';drop table person;--",
  '"',
  "\\",
  "{}",
  "[]",
  "null",
  "undefined",
  "NaN",
  "-1",
  "0",
  "1e309",
  "-0",
  "99999999999999999999",
  "2147483648",
  "0000-00-00",
  "0000-01-01",
  "9999-12-31",
  "2026-02-30",
  "../..",
  "/",
  "?",
  "#",
  "&x=1",
  "é",
  "\u202e",
  "😀",
  "\ud800",
  "\n",
  "\r\nx: y",
  "__proto__",
  "constructor",
  "$1",
  "<script>",
  "a".repeat(5000),
);
const anyText = fc.oneof({ weight: 3, arbitrary: nasty }, fc.string({ unit: "binary" }), fc.string());

/** What a schema allows, as far as it tells. */
const allowed = (schema: Schema): fc.Arbitrary<unknown> => {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(allowed));
  switch (schema.type) {
    case "integer":
      return fc.integer({ min: Math.max(schema.minimum ?? 0, -1000), max: Math.min(schema.maximum ?? 1000, 1000) });
    case "number":
      return fc.double({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1000, 1000), noNaN: true });
    case "boolean":
      return fc.boolean();
    case "array":
      return fc.array(allowed(schema.items === undefined || schema.items === false ? {} : schema.items), {
        maxLength: 3,
      });
    case "object":
      return fc.record(
        Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, of]) => [name, allowed(of)])),
        { requiredKeys: [...(schema.required ?? [])] },
      );
    case "string":
      if (schema.format === "date")
        return fc
          .date({ min: new Date("1990-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10));
      if (schema.pattern?.includes("\\d{4}-") === true) return fc.constantFrom("2026-11", "2026-12", "1999-01");
      return fc.string({
        minLength: Math.max(1, schema.minLength ?? 0),
        maxLength: Math.min(60, schema.maxLength ?? 60),
      });
    default:
      return anyText;
  }
};

const anything = fc.oneof(anyText, fc.anything({ maxDepth: 2 }), fc.integer(), fc.constant(null));

const known = (name: string, { format }: Schema): fc.Arbitrary<unknown> => {
  if (name === "key" && format === "uuid") return fc.constantFrom(...people, "P5", "nobody");
  if (name === "key") return fc.constantFrom(...keys, "none");
  if (name === "id") return fc.integer({ min: 1, max: 6 });
  if (name === "account") return fc.constant(anotherAccount);
  if (name === "finding") return fc.array(fc.constantFrom(...FINDING_CODES), { minLength: 1, maxLength: 2 });
  return anyText;
};

const valueOf = ({ name, schema }: Parameter, valid: boolean): fc.Arbitrary<unknown> => {
  const right = ["key", "id", "account", "finding"].includes(name)
    ? fc.oneof({ weight: 4, arbitrary: known(name, schema) }, allowed(schema))
    : allowed(schema);
  return valid ? right : fc.oneof(right, anyText);
};

interface Call {
  readonly url: string;
  readonly body: unknown;
}

/** A path without one of its parts would be another address. */
const inPath = (value: unknown): string => encodeURIComponent(toWellFormed(String(value))) || "-";
const toWellFormed = (text: string): string => (text as string & { toWellFormed: () => string }).toWellFormed();

const callOf = (operation: Operation, valid: boolean): fc.Arbitrary<Call> => {
  const inQuery = operation.parameters.filter((it) => it.in === "query");
  const query = fc.record(Object.fromEntries(inQuery.map((it) => [it.name, valueOf(it, valid)])), { requiredKeys: [] });
  const path = fc.record(
    Object.fromEntries(
      operation.parameters.filter((it) => it.in === "path").map((it) => [it.name, valueOf(it, valid)]),
    ),
  );
  const body =
    operation.body === null
      ? fc.constant(undefined)
      : valid
        ? allowed(operation.body)
        : fc.oneof(allowed(operation.body), anything);
  return fc.record({ query, path, body }).map((made) => {
    const search = Object.entries(made.query)
      .flatMap(([name, value]) =>
        [value].flat().map((one) => `${name}=${encodeURIComponent(toWellFormed(String(one)))}`),
      )
      .join("&");
    const url = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      inPath((made.path as Record<string, unknown>)[name]),
    );
    return { url: search === "" ? url : `${url}?${search}`, body: made.body };
  });
};

const JSON_TYPE = { "content-type": "application/json" };

const send = async ({ method }: Operation, { url, body }: Call): Promise<Answer> => {
  const text =
    body === undefined
      ? undefined
      : (JSON.stringify(body, (_, it: unknown) => (typeof it === "bigint" ? String(it) : it)) ?? "");
  const answer = await served.call(method as "GET", url, text, text === undefined ? {} : JSON_TYPE);
  // Signed out: the next call is somebody's again.
  if (method === "DELETE" && url.startsWith("/api/session")) await served.signInAs(STAFF);
  return answer;
};

const expectProblem = (answer: Answer): void => {
  expect(answer.type).toBe("application/problem+json; charset=utf-8");
  const told = problem.parse(answer.body);
  expect(told.status).toBe(answer.status);
  expect(PROBLEMS).toHaveProperty(told.code);
  expect(told.detail).not.toBe("");
};

const expectDescribed = (operation: Operation, answer: Answer): void => {
  expect(answer.status, answer.text).toBeLessThan(500);
  if (answer.status >= 400) return expectProblem(answer);
  expect(Object.keys(operation.answers)).toContain(String(answer.status));
  const schema = operation.answers[String(answer.status)];
  if (schema !== null && schema !== undefined) expect(checkAgainst(schema, answer.body)).toEqual([]);
};

const RUNS = 60;

/** They take longer the more there is. */
const WHOLE: ReadonlySet<string> = new Set(["/api/export", "/api/audit-log/entries", "/api/audit-log/proof"]);

describe("whatever a caller sends", () => {
  test("every route of the service is described, with its answer", () => {
    expect(operations.length).toBeGreaterThanOrEqual(31);
    for (const { answers, path } of operations) expect(Object.keys(answers), path).toContain("4XX");
  });

  test.each([
    ["what the description allows", true],
    ["anything at all", false],
  ])(
    "%s is answered as described, or by a problem with a known code",
    async (_, valid) => {
      let ok = 0;
      const known = operations.filter(({ waysIn }) => !waysIn).length;
      for (const operation of operations)
        await fc.assert(
          fc.asyncProperty(callOf(operation, valid), async (call) => {
            const answer = await send(operation, call);
            expectDescribed(operation, answer);
            if (answer.status < 300 && !operation.waysIn) ok++;
          }),
          { numRuns: WHOLE.has(operation.path) ? 3 : RUNS },
        );
      // The calls are no use where none of them gets through.
      expect(ok).toBeGreaterThan(known * (valid ? 25 : 8));
    },
    240_000,
  );

  test("any path, method, body and type is a page, an answer or a problem", async () => {
    const method = fc.constantFrom("GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS");
    const path = fc.oneof(
      fc.array(anyText, { maxLength: 4 }).map((parts) => `/api/${parts.map(inPath).join("/")}`),
      fc.constantFrom(
        "/api/people/%",
        "/api/people/%c0%af",
        "/api/people/find",
        "/api/people/%ff",
        "//",
        "/api//",
        "/api/people//issues",
        "/api/imports/1e0",
      ),
      fc.constantFrom(...operations.map((it) => it.path.replaceAll(/\{\w+\}/g, "1"))),
    );
    const type = fc.constantFrom(
      "application/json",
      "text/plain",
      "text/csv",
      "multipart/form-data",
      "multipart/form-data; boundary=x",
      "",
      "x/y; =",
    );
    await fc.assert(
      fc.asyncProperty(
        method,
        path,
        fc.option(fc.oneof(nasty, fc.constantFrom("{", '{"a":', "[1]", "--x\r\n\r\n--x--"))),
        type,
        async (how, url, body, kind) => {
          const answer = await served.call(
            how as "GET",
            url,
            how === "GET" || how === "HEAD" ? undefined : (body ?? undefined),
            kind === "" ? {} : { "content-type": kind },
          );
          expect(answer.status, `${url} ${answer.text}`).toBeLessThan(500);
          if (answer.status >= 400 && how !== "HEAD") expectProblem(answer);
        },
      ),
      { numRuns: 600 },
    );
  }, 60_000);
});
