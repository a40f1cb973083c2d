import type { Chance } from "./chance.ts";

const deep = (levels: number, wrap: (inside: unknown) => unknown): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = wrap(value);
  return value;
};

/** Values that nobody expects in a place. */
const odd = ({ one, below, happens }: Chance): unknown => {
  if (happens(0.01)) return deep(1 << (6 + below(9)), (inside) => (below(2) === 0 ? [inside] : { a: inside }));
  return one<unknown>([
    null,
    true,
    false,
    0,
    -1,
    -0,
    0.1,
    1e21,
    1e308,
    -1e-320,
    2 ** 53,
    "",
    " ",
    "\0",
    "\ud800",
    "x".repeat(5000),
    "__proto__",
    "2025-02-30",
    "0001-01-01",
    "9999-12-31T23:59:60Z",
    "=1+1",
    "1e999",
    [],
    {},
    [[]],
    [null],
    [{}],
    { value: 1 },
    { value: "1", unit: 7 },
    { reference: "Patient/../x" },
    { reference: null },
    { coding: [null, 1, { code: 1, system: [] }] },
    { low: { value: 5 }, high: { value: 1 } },
    { numerator: { value: 1 }, denominator: { value: 0 } },
  ]);
};

const NAMES = [
  "__proto__",
  "constructor",
  "toString",
  "length",
  "id",
  "text",
  "value",
  "unit",
  "code",
  "entry",
  "0",
  "",
];

const inObject = (value: Readonly<Record<string, unknown>>, chance: Chance): unknown => {
  const entries = Object.entries(value);
  const at = chance.below(entries.length + 1);
  const [name, inside] = entries[at] ?? [chance.one(NAMES), {}];
  const change = chance.below(6);
  const changed: (readonly [string, unknown])[] =
    change === 0
      ? entries.toSpliced(at, 1)
      : change === 1
        ? entries.toSpliced(at, 1, [chance.one(NAMES), inside])
        : entries.toSpliced(at, 1, [name, mutatedValue(inside, chance)]);
  // As JSON.parse does it: "__proto__" becomes a name like any other.
  const made: Record<string, unknown> = {};
  for (const [key, it] of changed)
    Object.defineProperty(made, key, { value: it, enumerable: true, configurable: true, writable: true });
  return made;
};

/** The value with something in it changed. */
export const mutatedValue = (value: unknown, chance: Chance): unknown => {
  if (chance.happens(0.25) || typeof value !== "object" || value === null) return odd(chance);
  if (!Array.isArray(value)) return inObject(value as Readonly<Record<string, unknown>>, chance);
  const at = chance.below(value.length + 1);
  const change = chance.below(4);
  if (change === 0) return value.toSpliced(at, 1);
  if (change === 1) return value.toSpliced(at, 0, value[chance.below(value.length)]);
  return value.toSpliced(at, 1, mutatedValue(value[at], chance));
};

/** As text: deep nesting is written out by hand, since JSON.stringify gives up on it. */
export const jsonOf = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? "null";
  } catch {
    return `{"a":${"[".repeat(20_000)}${"]".repeat(20_000)}}`;
  }
};
