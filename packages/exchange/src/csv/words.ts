import type { ReasonCode } from "../account/reasons.ts";
import { KINDS } from "../people/issue-store.ts";
import { bareName } from "./columns.ts";

const kind = (name: (typeof KINDS)[number]): number => KINDS.indexOf(name);

type Meaning = number | ReasonCode;

const table = (entries: readonly (readonly [Meaning, readonly string[]])[]): ReadonlyMap<string, Meaning> =>
  new Map(entries.flatMap(([meaning, words]) => words.map((word) => [bareName(word), meaning] as const)));

/** A row without a kind is taken as issued here; acute or repeat makes no difference to any dose. */
const KIND_WORDS = table([
  [kind("acute"), ["", "acute", "a", "acute issue", "acute prescription", "once only", "one off", "automatic"]],
  [kind("repeat"), ["repeat", "r", "repeat issue", "repeat prescription", "repeat prescribing"]],
  [
    kind("repeat-dispensing"),
    ["repeat dispensing", "repeat dispensed", "rd", "erd", "electronic repeat dispensing", "batch", "repeat dispense"],
  ],
  [
    kind("elsewhere"),
    [
      "recorded elsewhere",
      "elsewhere",
      "hospital",
      "hospital only",
      "issued elsewhere",
      "prescribed elsewhere",
      "other medication",
      "outside",
      "external",
      "out of hours",
      "over the counter",
      "otc",
      "patient reported",
      "record only",
      "recorded only",
      "private",
      "non gp",
    ],
  ],
  [
    "template",
    [
      "repeat template",
      "template",
      "repeat authorisation",
      "authorisation",
      "authorised never issued",
      "repeat authorised",
      "authorised",
    ],
  ],
]);

/** Issued means that a supply was made; a course that has since ended was issued all the same. */
const STATUS_WORDS = table([
  [
    0,
    [
      "",
      "issued",
      "i",
      "active",
      "a",
      "current",
      "past",
      "ended",
      "complete",
      "completed",
      "finished",
      "stopped",
      "discontinued",
      "dispensed",
      "printed",
      "signed",
      "sent",
      "collected",
      "authorised and issued",
    ],
  ],
  ["cancelled", ["cancelled", "canceled", "c", "cancel", "revoked", "withdrawn", "rejected", "returned"]],
  ["deleted", ["deleted", "d", "delete", "removed", "void", "voided"]],
  ["entered-in-error", ["entered in error", "error", "marked in error", "in error"]],
  [
    "not-issued",
    ["not issued", "never issued", "not dispensed", "not printed", "not sent", "not collected", "unissued", "declined"],
  ],
  ["template", ["template", "authorised never issued", "authorised"]],
  ["draft", ["draft", "unsigned", "pending", "awaiting signature", "requested"]],
]);

export const meaningOfKind = (text: string): Meaning => KIND_WORDS.get(bareName(text)) ?? "kind-not-known";

/** 0 where the row was issued. */
export const meaningOfStatus = (text: string): Meaning => STATUS_WORDS.get(bareName(text)) ?? "status-not-valid";
