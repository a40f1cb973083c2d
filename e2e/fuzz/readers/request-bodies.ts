import * as shapes from "@concord/exchange/api";
import { RequestProblem } from "../../../packages/server/src/http/problems.ts";
import { validateRequest } from "../../../packages/server/src/http/validate-request.ts";
import type { Chance } from "../chance.ts";
import { mutatedBytes } from "../mutate-bytes.ts";
import { jsonOf, mutatedValue } from "../mutate-json.ts";
import type { FuzzedReader } from "../reader.ts";

type Schema = Parameters<typeof validateRequest>[0]["schema"];
type Shape = Readonly<Record<string, unknown>>;

/** Every shape of the service that is an object: what a request may hold, and more. */
const SCHEMAS: readonly { readonly schema: Schema; readonly fields: readonly string[] }[] = Object.values(
  shapes,
).flatMap((it: unknown) => {
  const { shape, safeParse } = (it ?? {}) as { shape?: Shape; safeParse?: unknown };
  return typeof safeParse === "function" && typeof shape === "object"
    ? [{ schema: it as Schema, fields: Object.keys(shape) }]
    : [];
});

const FIELDS = SCHEMAS.map(({ fields }) => fields);
const VALUES: readonly unknown[] = ["a", "P1", "2026-11-20", 1, 2.5, true, null, ["a"], { value: 1 }, "a".repeat(300)];

const bodyFor = (fields: readonly string[], chance: Chance): unknown => {
  let body: unknown = Object.fromEntries(fields.map((field) => [field, chance.one(VALUES)]));
  for (let left = chance.below(4); left > 0; left--) body = mutatedValue(body, chance);
  return body;
};

const EXAMPLES = FIELDS.map((fields) => Buffer.from(JSON.stringify(Object.fromEntries(fields.map((it) => [it, "a"])))));

const parsed = (input: Buffer): unknown => {
  try {
    return JSON.parse(input.toString("utf8"));
  } catch {
    return undefined;
  }
};

const CHECKS = SCHEMAS.map(({ schema }) => validateRequest({ schema, httpPart: "body", method: "POST", url: "/" }));

/** Each body is held against a shape by what it is: the same input finds the same shape again. */
const checkFor = (input: Buffer) => CHECKS[input.reduce((sum, byte) => (sum * 31 + byte) >>> 0, 7) % CHECKS.length]!;

export const requestBodies: FuzzedReader = {
  name: "request-bodies",
  share: 16,
  spoil: (chance) =>
    chance.happens(0.3) ? mutatedBytes(chance, EXAMPLES) : Buffer.from(jsonOf(bodyFor(chance.one(FIELDS), chance))),
  problem: (input) => {
    const found = checkFor(input)(parsed(input)) as { value?: unknown; error?: unknown };
    if (({} as Shape)["polluted"] !== undefined) return "the prototype of every object was changed";
    if (found.error === undefined) return "value" in found ? null : "neither taken nor refused";
    return found.error instanceof RequestProblem ? null : "refused without a problem of ours";
  },
};
