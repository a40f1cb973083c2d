import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { EXPOSURE_DEFAULTS, factorTable, FINDING_RULES, type FactorTableId } from "@concord/core";

/** What an acceptance is given for: each part a digest, so that it can be said which of them has changed. */
export interface DoseSupportVersion {
  readonly version: string;
  /** Every source of the engine. */
  readonly engine: string;
  /** The factor table of the register, every row of it. */
  readonly table: string;
  /** Thresholds of findings, and the defaults by which a dose is reckoned. */
  readonly thresholds: string;
}

export type VersionPart = "engine" | "table" | "thresholds";
const PARTS: readonly VersionPart[] = ["engine", "table", "thresholds"];

const NOT_THE_ENGINE =
  /\.(?:test|prop\.test|types\.test|fixture|naive|corpus|spec-table|messy-table|unseen-table|edge-table|mutation)\.ts$/;
const SHORT = 16;

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, SHORT);

const json = (value: unknown): string =>
  JSON.stringify(value, (_, it: unknown) => (typeof it === "bigint" ? `${it}n` : it));

/** The engine is run as its sources stand: a digest of them is its version, whatever number it was given. */
const engineDigest = (): string => {
  const folder = dirname(fileURLToPath(import.meta.resolve("@concord/core")));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:ts|json)$/.test(file) && !NOT_THE_ENGINE.test(file))
    .map((file) => file.replaceAll("\\", "/"))
    .toSorted();
  return digestOf(json(files.map((file) => [file, readFileSync(join(folder, file), "utf8")])));
};

/** The version of dose support as it runs now. */
export const doseSupportVersion = (version: string, table: FactorTableId): DoseSupportVersion => ({
  version,
  engine: engineDigest(),
  table: digestOf(json(factorTable(table))),
  thresholds: digestOf(json([EXPOSURE_DEFAULTS, FINDING_RULES.map(({ code, defaults }) => [code, defaults])])),
});

/** As it is kept with an acceptance. */
export const digestText = (it: DoseSupportVersion): string => PARTS.map((part) => `${part}=${it[part]}`).join(" ");

/** Which parts differ from those that were accepted; none where all are the same. */
export const changedSince = (accepted: string, now: DoseSupportVersion): readonly VersionPart[] => {
  const parts = new Map(accepted.split(" ").map((part) => part.split("=", 2) as [string, string]));
  return PARTS.filter((part) => parts.get(part) !== now[part]);
};
