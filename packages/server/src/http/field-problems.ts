import type { FieldProblem } from "./problems.ts";

/** What zod says of one field, as far as it is used here. */
interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly input?: unknown;
  readonly errors?: readonly (readonly Issue[])[];
  readonly values?: readonly unknown[];
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly origin?: string;
  readonly format?: string;
  readonly expected?: string;
  readonly keys?: readonly string[];
}

/** Numbers as they stand; of a text, how long it is: it may be a person's, and what is told is kept in others' logs. */
const said = (value: unknown): string => {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return value === "" ? "an empty text" : `a text of ${value.length} characters`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === "object" && value !== null ? "an object" : String(value);
};

const FORMATS: Readonly<Record<string, string>> = {
  date: "Write a calendar date as 2026-11-20.",
  datetime: "Write an instant as 2026-11-20T09:30:00Z.",
};

const limit = (which: "least" | "most", issue: Issue): string => {
  const bound = which === "least" ? issue.minimum : issue.maximum;
  return issue.origin === "string"
    ? `Use at ${which} ${String(bound)} characters.`
    : issue.origin === "array"
      ? `Give at ${which} ${String(bound)}.`
      : `Use at ${which} ${String(bound)}.`;
};

const todoOf = (issue: Issue): string => {
  switch (issue.code) {
    case "invalid_value":
      return `Use one of: ${(issue.values ?? []).map(String).join(", ")}.`;
    case "too_small":
      return limit("least", issue);
    case "too_big":
      return limit("most", issue);
    case "invalid_format":
      return FORMATS[issue.format ?? ""] ?? "Write it as the description of the address says.";
    case "invalid_type":
      return `Give ${issue.expected ?? "what the description of the address says"}.`;
    default:
      return `${issue.message}.`;
  }
};

/** A choice between shapes fails in each of them; what the nearest one lacks is what helps. */
const nearest = (issue: Issue): readonly Issue[] => {
  const choices = issue.errors ?? [];
  const best = choices.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
  return best?.map((it) => ({ ...it, path: [...issue.path, ...it.path] })) ?? [issue];
};

const depth = (issues: readonly Issue[]): number => Math.max(0, ...issues.map(({ path }) => path.length));

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], data);

/** Every field of a request that cannot be used: where, what stands there, and what to do. */
export const fieldProblems = (part: string, issues: readonly Issue[], data: unknown): readonly FieldProblem[] =>
  issues
    .flatMap((issue) => (issue.code === "invalid_union" ? nearest(issue) : [issue]))
    .map((issue) => ({
      at: [part, ...issue.path.map(String)].join("."),
      found: said(valueAt(data, issue.path)),
      todo: todoOf(issue),
    }));
