import { connect, type AddressInfo, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inPractice } from "../store/in-practice.ts";
import { addAuditEntries } from "../store/queries/add-audit-entries.ts";
import { MOST_LONG_READS } from "./long-reads.ts";
import { KNOWN_EXTRACT, servePractice, STAFF, type ServedPractice } from "./served-practice.fixture.ts";

let served: ServedPractice;
let port = 0;

/** More than lies between two ends of a connection that nobody reads from. */
const ENTRIES = 2_500;
const LONG = "0123456789".repeat(500);

beforeAll(async () => {
  served = await servePractice();
  await served.take("known.csv", KNOWN_EXTRACT);
  const { store, practiceId, service } = served;
  const entry = { accountId: null, who: "x", roles: [], purpose: "", action: "import.read", outcome: "done" } as const;
  for (let at = 0; at < ENTRIES; at += 100) {
    const some = Array.from({ length: 100 }, (_, nth) => ({ ...entry, about: { at: at + nth, text: LONG } }));
    await inPractice(store.db, practiceId, (trx) => addAuditEntries(trx, practiceId, some));
  }
  await service.listen({ host: "127.0.0.1", port: 0 });
  ({ port } = service.addresses()[0] as AddressInfo);
}, 120_000);
afterAll(() => served.remove());

/** Asks, and takes nothing of the answer but its status. */
const asksAndWaits = async (path: string): Promise<{ readonly status: number; readonly socket: Socket }> => {
  const cookie = await served.signInAs(STAFF);
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost:${port}\r\ncookie: ${cookie}\r\n\r\n`);
  const first = await new Promise<Buffer>((resolve) => socket.once("data", resolve));
  socket.pause();
  return { status: Number(first.toString("latin1", 9, 12)), socket };
};

const openTransactions = async (): Promise<number> => {
  const { rows } = await sql<{ open: number }>`
    select count(*)::int as open from pg_stat_activity
    where pid <> pg_backend_pid() and datname = current_database() and xact_start is not null`.execute(served.store.db);
  return rows[0]!.open;
};

test("slow downloads never take more connections than they may; the others are told to come again", async () => {
  const readers = [];
  for (let nth = 0; nth < MOST_LONG_READS + 3; nth++) readers.push(await asksAndWaits("/api/audit-log/entries"));
  expect(readers.map(({ status }) => status)).toEqual([
    ...Array.from({ length: MOST_LONG_READS }, () => 200),
    503,
    503,
    503,
  ]);
  expect(await openTransactions()).toBe(MOST_LONG_READS);
  for (const path of ["/api/export", `${await served.of("P1")}/export`]) {
    const { status, headers, body } = await served.call("GET", path);
    expect([status, body, headers["retry-after"]]).toMatchObject([503, { code: "busy" }, "15"]);
    expect(headers["content-disposition"]).toBeUndefined();
  }
  expect((await served.call("GET", "/api/register")).status).toBe(200);
  for (const { socket } of readers) socket.destroy();
  for (let tries = 0; tries < 200 && (await openTransactions()) > 0; tries++) await pause(50);
  expect(await openTransactions()).toBe(0);
  expect((await served.call("GET", "/api/export")).status).toBe(200);
});
