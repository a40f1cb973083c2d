import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { KNOWN_EXTRACT, servePractice, type ServedPractice } from "../http/served-practice.fixture.ts";
import { newPractice } from "../store/engines.fixture.ts";
import { EXPORTED } from "./read-me.ts";
import { entriesOf } from "./unzip.fixture.ts";

let served: ServedPractice;
beforeAll(async () => {
  served = await servePractice();
  await served.take("known.csv", KNOWN_EXTRACT);
});
afterAll(() => served.remove());

const linesOf = (text: string): readonly Record<string, unknown>[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test("everything of the practice is handed back: every table, every row as it stood, and nothing of another", async () => {
  await served.call("POST", `${await served.of("P1")}/referrals`, { reason: "wants to talk" });
  const other = await newPractice(served.store, "Another practice");
  const { status, type, bytes, headers } = await served.call("GET", "/api/export");
  expect([status, type]).toEqual([200, "application/zip"]);
  expect(headers["content-encoding"]).toBeUndefined();
  const files = entriesOf(bytes);
  expect(Object.keys(files)).toEqual(["README.md", ...EXPORTED.map(([table]) => `${table}.ndjson`), "register.csv"]);
  const rows = Object.fromEntries(EXPORTED.map(([table]) => [table, linesOf(files[`${table}.ndjson`]!)]));
  expect(rows["practice"]).toMatchObject([{ id: served.practiceId, synthetic: true }]);
  expect(JSON.stringify(files)).not.toContain(other);
  expect(rows["person"]!.map(({ reference }) => reference).toSorted()).toEqual(["P1", "P2", "P3", "P4", "P5", "P6"]);
  const raw = [...rows["issue"]!, ...rows["row_not_used"]!].map((row) => row["raw"]).toSorted();
  expect(raw).toEqual(KNOWN_EXTRACT.split("\n").slice(1).toSorted());
  expect(rows["referral"]).toMatchObject([{ reason: "wants to talk", undone_at: null }]);
  expect(rows["register_row"]).toHaveLength(5);
  expect(files["register.csv"]!.split("\r\n")).toHaveLength(7);
  expect(files["README.md"]).toContain("no line is of a real person");
});

test("every table of the store that has a practice is in it", async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'concord' and column_name = 'practice_id'`.execute(served.store.db);
  const exported = new Set<string>(EXPORTED.map(([table]) => table));
  expect(rows.map(({ name }) => name).filter((name) => !exported.has(name))).toEqual([
    "live_issue",
    // What somebody signs in with is nobody else's.
    "password_credential",
    "totp_credential",
    "passkey",
    "oidc_identity",
    "one_time_code",
    "session",
    "sign_in_delay",
  ]);
});
