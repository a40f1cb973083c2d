import { asvsPage } from "./asvs-page.ts";
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../checks/check.ts";
import { countTexts, directionsRules } from "./directions-rules.ts";
import { exposureRow } from "./exposure-rows.ts";
import { factorTablesPage } from "./factor-tables-page.ts";
import { findingsPage } from "./findings-page.ts";
import { hazardLogPage } from "./hazard-log-page.ts";
import { sayName, table } from "./markdown.ts";
import type { Page } from "./page.ts";

const CORE = join(root, "packages/core/src");
const ENDING = ".spec-table.ts";

const specFiles = (): readonly string[] =>
  readdirSync(CORE, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ENDING) && !path.includes("node_modules"))
    .toSorted();

const isRows = (value: unknown): value is readonly object[] =>
  Array.isArray(value) && value.length > 0 && value.every((row) => typeof row === "object" && row !== null);

type Body = (rows: readonly never[]) => string;

const cases: Body = (rows) => `${rows.length} cases.\n\n${table(rows)}`;

/** How a table is said, where its plain properties would not read well. */
const BODIES: Readonly<Record<string, Body>> = {
  directions: (rows) => `${countTexts(rows)} texts.\n\n${directionsRules(rows)}`,
  exposure: (rows) => `${rows.length} cases.\n\n${table(rows.map(exposureRow))}`,
};

const heading = (name: string): string => {
  const said = sayName(name);
  return said.charAt(0).toUpperCase() + said.slice(1);
};

const page = async (file: string): Promise<Page> => {
  const source = join(CORE, file);
  const exported = (await import(pathToFileURL(source).href)) as Record<string, unknown>;
  const title = file.split("/").at(-1)?.slice(0, -ENDING.length) ?? file;
  const body = BODIES[title] ?? cases;
  const sections = Object.entries(exported)
    .filter((entry): entry is [string, readonly object[]] => isRows(entry[1]))
    .map(([name, rows]) => `## ${heading(name)}\n\n${body(rows as readonly never[])}`);
  const from = relative(root, source).replaceAll("\\", "/");
  const text = [
    `# Specification: ${sayName(title)}`,
    `Rendered from \`${from}\` by \`npm run docs\`; the same rows are tests. Change them there.`,
    ...sections,
  ].join("\n\n");
  return { path: `docs/spec/${title}.md`, text: `${text}\n` };
};

/** Every rendered page: the executable specification tables, the factor tables, the findings, and the hazard log. */
export const specPages = async (): Promise<readonly Page[]> => [
  ...(await Promise.all(specFiles().map(page))),
  factorTablesPage(),
  findingsPage(),
  hazardLogPage(),
  asvsPage(),
];
