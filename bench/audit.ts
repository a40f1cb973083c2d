import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startService, type RunningService } from "../e2e/durability/running-service.ts";
import { openClient, openDatabase } from "../packages/server/src/store/connect.ts";
import { findEmbedded } from "../packages/server/src/store/embedded/start-embedded.ts";
import { inPractice } from "../packages/server/src/store/in-practice.ts";
import { addAuditEntries } from "../packages/server/src/store/queries/add-audit-entries.ts";
import type { Work } from "../packages/server/src/store/schema.ts";
import type { Benchmark, Figure } from "./benchmark.ts";

const CLIENTS = 16;
const SECONDS = 8;
/** Enough that no two clients change one person at once. */
const PEOPLE = 400;

/** How often a second clients who never pause get something done; what fails ends it. */
const perSecond = async (work: (client: number) => Promise<void>, seconds = SECONDS): Promise<number> => {
  let done = 0;
  const from = performance.now();
  const client = async (number: number): Promise<void> => {
    while (performance.now() - from < seconds * 1000) {
      await work(number);
      done++;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  return (done * 1000) / (performance.now() - from);
};

const right = (status: number, what: string): void => {
  if (status >= 300) throw new Error(`${what} answered ${status}`);
};

/** A referral and its undoing, in turn: each is a change with its log entry in one transaction. */
const changes = async ({ ask }: RunningService): Promise<number> => {
  const { body } = await ask("GET", `/api/register?size=${CLIENTS}`);
  const keys = (body as { rows: readonly { key: string }[] }).rows.map(({ key }) => key);
  const standing = new Map<number, number>();
  return perSecond(async (client) => {
    const id = standing.get(client);
    if (id === undefined) {
      const made = await ask("POST", `/api/people/${keys[client]!}/referrals`, { reason: "A benchmark" });
      right(made.status, "a referral");
      standing.set(client, (made.body as { id: number }).id);
    } else {
      right((await ask("DELETE", `/api/referrals/${id}`)).status, "its undoing");
      standing.delete(client);
    }
  });
};

const reads = ({ ask }: RunningService): Promise<number> =>
  perSecond(async () => right((await ask("GET", "/api/imports")).status, "a read"));

const ENTRY = {
  accountId: null,
  who: "A benchmark",
  roles: ["prescriber"],
  purpose: "direct-care",
  action: "referral.change",
  outcome: "done",
  people: [1],
} as const;

const bareEntry = (trx: Work, practiceId: string) =>
  trx
    .insertInto("audit_log_bare" as "audit_log")
    .values({
      practice_id: practiceId,
      account_id: null,
      who: ENTRY.who,
      roles: "prescriber",
      purpose: ENTRY.purpose,
      action: ENTRY.action,
      outcome: ENTRY.outcome,
      people: [1],
      everybody: false,
      about: "{}",
      why: "",
      from_where: "",
      request: "",
    })
    .execute();

/** The same entry, one a transaction, with the chain and into a table that has none. */
const chainedAndBare = async (dataFolder: string): Promise<{ readonly chained: number; readonly bare: number }> => {
  const { admin, app } = (await findEmbedded(dataFolder))!;
  const client = await openClient(admin);
  await client.query("create table audit_log_bare (like audit_log including defaults)");
  for (const column of ["previous", "hash", "at"])
    await client.query(`alter table audit_log_bare alter ${column} drop not null`);
  await client.query(
    "alter table audit_log_bare alter number add generated always as identity, add primary key (practice_id, number)",
  );
  await client.query("create index on audit_log_bare using gin (people)");
  await client.query("grant select, insert on audit_log_bare to concord_app");
  const { rows } = await client.query<{ id: string }>("select id from practice");
  const practiceId = rows[0]!.id;
  const db = openDatabase(app, CLIENTS);
  try {
    const bare = await perSecond(() =>
      inPractice(db, practiceId, async (trx) => void (await bareEntry(trx, practiceId))),
    );
    const chained = await perSecond(() =>
      inPractice(db, practiceId, (trx) => addAuditEntries(trx, practiceId, [ENTRY])),
    );
    return { chained, bare };
  } finally {
    await db.destroy();
    await client.query("drop table audit_log_bare");
    await client.end();
  }
};

const figuresOf = async (service: RunningService, dataFolder: string): Promise<readonly Figure[]> => {
  const written = await changes(service);
  const read = await reads(service);
  const { chained, bare } = await chainedAndBare(dataFolder);
  return [
    {
      what: `changes over HTTP by ${CLIENTS} clients, each with its entry in the chained log`,
      measured: written,
      unit: "a second",
      target: 200,
      better: "more",
      detail: `reads that are noted before they are answered: ${read.toFixed(0)} a second; an entry alone, one a transaction: ${chained.toFixed(0)} a second with the chain, ${bare.toFixed(0)} without (${(chained / bare).toFixed(2)} of it)`,
    },
  ];
};

/** What the log of who saw and changed what costs, with the service as `npm start` has it. */
export const audit: Benchmark = {
  name: "audit",
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), "concord-bench-"));
    chmodSync(folder, 0o755);
    const dataFolder = join(folder, "data");
    const service = (await startService({ dataFolder, port: 0, words: ["--people", String(PEOPLE), "--seed", "1"] }))!;
    try {
      return await figuresOf(service, dataFolder);
    } finally {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
