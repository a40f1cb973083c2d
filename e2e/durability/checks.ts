import { execFile } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { openClient } from "../../packages/server/src/store/connect.ts";
import { findEmbedded } from "../../packages/server/src/store/embedded/start-embedded.ts";
import { MONTH, readingsOf, referralsOf } from "./edits.ts";
import type { Extract } from "./extracts.ts";
import type { Ledger } from "./ledger.ts";
import type { RunningService } from "./running-service.ts";

const CONCORD = join(import.meta.dirname, "../../packages/cli/src/main.ts");
const LONGEST_WORK = 120_000;

type Client = Awaited<ReturnType<typeof openClient>>;

interface FoundImport {
  readonly id: number;
  readonly file: string;
  readonly sha256: string;
  readonly state: string;
  readonly rowsRead: number;
  readonly used: number;
  readonly setAside: number;
  readonly refused: number;
}

export interface Checked {
  readonly service: RunningService;
  readonly dataFolder: string;
  readonly ledger: Ledger;
  /** Every file that was ever sent, by its digest. */
  readonly extracts: ReadonlyMap<string, Extract>;
}

const importsOf = async ({ ask }: RunningService): Promise<readonly FoundImport[]> =>
  (await ask("GET", "/api/imports")).body.imports;

/** Imports go on by themselves after a start: waits until none is under way. */
export const untilIdle = async (service: RunningService): Promise<readonly FoundImport[]> => {
  for (const end = Date.now() + LONGEST_WORK; Date.now() < end; await pause(50)) {
    const imports = await importsOf(service);
    if (imports.every(({ state }) => !["queued", "reading", "building"].includes(state))) return imports;
  }
  throw new Error(`Imports do not end by themselves within ${LONGEST_WORK} ms.`);
};

const compareEdits = async ({ service, ledger }: Checked): Promise<readonly string[]> => {
  const basket = (await service.ask("GET", `/api/basket?month=${MONTH}`)).body.people as readonly { person: string }[];
  return [
    ...ledger.compare("referral", new Set((await referralsOf(service)).keys())),
    ...ledger.compare("reading", new Set((await readingsOf(service)).keys())),
    ...ledger.compare("basket", new Set(basket.map(({ person }) => `basket ${person}`))),
  ];
};

const compareImports = ({ ledger, extracts }: Checked, imports: readonly FoundImport[]): readonly string[] => {
  const known = new Set(imports.map(({ sha256 }) => `import ${sha256}`));
  const cancelled = imports.filter(({ state }) => state === "cancelled");
  const problems = [
    ...ledger.compare("import", known),
    ...ledger.compare("cancelled", new Set(cancelled.map(({ sha256 }) => `cancelled ${sha256}`))),
  ];
  for (const it of imports) {
    const name = `import ${it.id} (${it.file})`;
    const rows = extracts.get(it.sha256)?.rows;
    if (!["done", "replaced", "cancelled"].includes(it.state)) problems.push(`${name}: ended as ${it.state}`);
    if (it.rowsRead !== it.used + it.setAside + it.refused) problems.push(`${name}: its counts do not add up`);
    if (it.state === "cancelled" ? it.rowsRead !== 0 : it.rowsRead !== rows)
      problems.push(`${name}: ${it.rowsRead} rows were read, its file has ${String(rows)} (${it.state})`);
    const isLast = !imports.some(
      ({ id, file, state }) => file === it.file && id > it.id && (state === "done" || state === "replaced"),
    );
    if (it.state !== "cancelled" && (it.state === "done") !== isLast)
      problems.push(`${name}: is ${it.state}, though it is ${isLast ? "" : "not "}the last of its name`);
  }
  return problems;
};

interface RowsOfImport {
  readonly id: number;
  readonly used: number;
  readonly unused: number;
  readonly last: number;
}

/**
 * Rows as they lie in the tables: each row of each file once, none of a file that was called off. A row that is refused
 * for its product is an issue too, so that its person's dose says "at least".
 */
const compareRows = async (client: Client, imports: readonly FoundImport[]): Promise<readonly string[]> => {
  const { rows } = await client.query<RowsOfImport>(`
    with kept as (
      select import_id, seq, bool_or(unused) as unused from (
        select import_id, seq, false as unused from issue union all select import_id, seq, true from row_not_used) as either
      group by import_id, seq)
    select id, count(seq) filter (where not unused)::int as used, count(seq) filter (where unused)::int as unused,
      coalesce(max(seq), 0) as last
    from import left join kept on import_id = id group by id`);
  return rows.flatMap(({ id, used, unused, last }) => {
    const told = imports.find((it) => it.id === id);
    if (told === undefined) return [`import ${id}: is in the tables alone`];
    const same = used === told.used && unused === told.setAside + told.refused && last === told.rowsRead;
    const says = `${told.used} + ${told.setAside + told.refused} rows are told of`;
    return same ? [] : [`import ${id}: ${says}, and ${used} + ${unused} are there, the last of them ${last}`];
  });
};

interface Line {
  readonly person: string;
  readonly directed: { readonly min: number; readonly max: number };
  readonly supplied: number;
  readonly atLeast: boolean;
  readonly findings: readonly { readonly code: string }[];
}

const essence = ({ person, directed, supplied, atLeast, findings }: Line): readonly [string, string] => [
  person,
  JSON.stringify([directed.min, directed.max, supplied, atLeast, findings.map(({ code }) => code).toSorted()]),
];

/** The register of the files themselves, by the command line: no service, no database. */
const registerOfFiles = async (paths: readonly string[], asOf: string): Promise<ReadonlyMap<string, string>> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [CONCORD, "register", ...paths, "--on", asOf, "--json"],
    { maxBuffer: 1 << 28 },
  );
  const lines = stdout.split("\n").filter((line) => line !== "");
  return new Map(lines.map((line) => essence(JSON.parse(line) as Line)));
};

/** The register that the service shows, against the one of its live files; who has a reading by hand is left out. */
const compareRegister = async (client: Client, { extracts }: Checked): Promise<readonly string[]> => {
  const builds = await client.query<{ id: number; as_of: string; current: boolean }>(
    "select id, as_of, current from register_build",
  );
  const live = await client.query<{ sha256: string }>("select sha256 from import where live order by id");
  const build = builds.rows[0];
  if (build === undefined) return live.rows.length === 0 ? [] : ["there are records, and no register"];
  if (builds.rows.length > 1 || !build.current) return [`${builds.rows.length} registers are there, and one should be`];
  const entries = await client.query<{ entry: Line }>("select entry from register_row where build_id = $1", [build.id]);
  const shown = new Map(entries.rows.map(({ entry }) => essence(entry)));
  const paths = live.rows.map(({ sha256 }) => extracts.get(sha256)!.path);
  const expected = await registerOfFiles(paths, build.as_of);
  const { rows: byHand } = await client.query<{ reference: string }>(`
    select distinct reference from person join live_issue on person_id = person.id join item on item.id = item_id
    join reading_by_hand on reading_by_hand.reading_key = item.reading_key and undone_at is null`);
  const leftOut = new Set(byHand.map(({ reference }) => reference));
  const wrong = [...new Set([...shown.keys(), ...expected.keys()])].filter(
    (person) => !leftOut.has(person) && shown.get(person) !== expected.get(person),
  );
  return wrong
    .slice(0, 5)
    .map(
      (person) =>
        `the register has ${String(shown.get(person))} of ${person}; by the files it is ${String(expected.get(person))}`,
    );
};

/** Everything that is not as it was acknowledged, or not whole; empty where all is well. */
export const findLosses = async (checked: Checked): Promise<readonly string[]> => {
  const imports = await untilIdle(checked.service);
  const problems = [...(await compareEdits(checked)), ...compareImports(checked, imports)];
  const found = await findEmbedded(checked.dataFolder);
  if (found === null) return [...problems, "the database does not answer"];
  const client = await openClient(found.admin);
  try {
    return [...problems, ...(await compareRows(client, imports)), ...(await compareRegister(client, checked))];
  } finally {
    await client.end();
  }
};
