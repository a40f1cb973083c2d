import { auditText, proveLog } from "@concord/exchange/audit";
import type { LogEntry, LogHead } from "@concord/exchange/api";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { atOneMoment } from "../store/at-one-moment.ts";
import { openClient } from "../store/connect.ts";
import { ENGINES, newPractice, openTestStore, type TestStore } from "../store/engines.fixture.ts";
import { inPractice } from "../store/in-practice.ts";
import { addAuditEntries } from "../store/queries/add-audit-entries.ts";
import { logEntries } from "../store/queries/log-entries.ts";
import { logHead } from "../store/queries/log-head.ts";
import type { AuditEntry } from "./audit-entry.ts";

/** What is easily written differently here and there: characters of two halves, names in another order, numbers. */
const AWKWARD: readonly Partial<AuditEntry>[] = [
  {},
  { who: "Dr Ó Séaghdha 👩🏽‍⚕️ 𝔘", why: "“quoted”, 3:abc,\n\t\\ ½ é e\u0301" },
  { people: [3, 1, 2147483647], everybody: true, roles: ["prescriber", "manager"] },
  { about: { b: 1, aa: 2, a: [1.5, 1e21, -0, 0.1, null, true], "": "", "é👍": { z: 1, y: '\u2028"' } } },
  { accountId: "0f0e0d0c-0b0a-4908-8706-050403020100", fromWhere: "2001:db8::1", request: "r-1", outcome: "failed" },
];

const entry = (more: Partial<AuditEntry>): AuditEntry => ({
  accountId: null,
  who: "x",
  roles: [],
  purpose: "direct-care",
  action: "person.read",
  outcome: "done",
  ...more,
});

describe.each(ENGINES)("$name: the log", ({ programs }) => {
  let store: TestStore;
  let practiceId = "";
  let kept: LogHead;

  const read = (): Promise<readonly LogEntry[]> =>
    atOneMoment(store.db, practiceId, async (trx) => (await Array.fromAsync(logEntries(trx))).flat());
  const breaks = async (ends: readonly LogHead[] = [kept]) => {
    const proof = await atOneMoment(store.db, practiceId, async (trx) => {
      const head = await logHead(trx);
      return proveLog(logEntries(trx), ends, () => head);
    });
    return proof.breaks.map(({ what, entry: at }) => [what, at]);
  };
  /** As the database's superuser, whom no trigger, right or policy holds back. */
  const tamper = async (...statements: readonly string[]): Promise<void> => {
    const client = await openClient(store.admin);
    try {
      await client.query("set session_replication_role = replica");
      for (const statement of statements)
        expect((await client.query(statement)).rowCount, statement).toBeGreaterThan(0);
    } finally {
      await client.end();
    }
  };

  beforeAll(async () => {
    if (programs !== null) store = await openTestStore(programs);
  });
  afterAll(() => store?.remove());
  beforeEach(async () => {
    if (programs === null) return;
    practiceId = await newPractice(store);
    for (const more of [...AWKWARD, ...AWKWARD])
      await inPractice(store.db, practiceId, (trx) => addAuditEntries(trx, practiceId, [entry(more)]));
    kept = await inPractice(store.db, practiceId, logHead);
  });

  test.skipIf(programs === null)("reads here as it does in the database, whatever stands in it", async () => {
    const texts = await inPractice(store.db, practiceId, (trx) =>
      sql<{ readonly text: string }>`select audit_text(audit_log) as text from audit_log order by number`.execute(trx),
    );
    const entries = await read();
    expect(entries.map(auditText)).toEqual(texts.rows.map(({ text }) => text));
    expect(entries[3]!.about).toMatch(/^\{"": "", "a": /);
    expect(entries[0]!.at).toMatch(/\.\d{6}Z$/);
    expect(kept).toEqual({ number: 10, hash: entries[9]!.hash });
    expect(await breaks()).toEqual([]);
  });

  const here = () => `practice_id = '${practiceId}'`;
  test.skipIf(programs === null).each([
    ["who", "'y'"],
    ["at", "at + interval '1 microsecond'"],
    ["people", "'{5}'"],
    ["about", `about || '{"a": 2}'`],
    ["account_id", "gen_random_uuid()"],
    ["outcome", "'refused'"],
    ["everybody", "not everybody"],
    ["hash", "sha256('')"],
  ])("one changed field is found: %s", async (field, value) => {
    await tamper(`update concord.audit_log set ${field} = ${value} where ${here()} and number = 5`);
    expect((await breaks())[0]).toEqual(["changed", 5]);
  });

  test.skipIf(programs === null)("a changed entry with the hash of what it says now is found by the next", async () => {
    await tamper(
      `update concord.audit_log set who = 'y' where ${here()} and number = 5`,
      `update concord.audit_log l set hash = sha256(previous || convert_to(audit_text(l), 'UTF8')) where ${here()} and number = 5`,
    );
    expect(await breaks()).toEqual([["does-not-follow", 6]]);
  });

  test.skipIf(programs === null)("a removed entry is found, in the middle and at the start", async () => {
    await tamper(`delete from concord.audit_log where ${here()} and number = 4`);
    expect(await breaks()).toEqual([["missing", 4]]);
    await tamper(`delete from concord.audit_log where ${here()} and number = 1`);
    expect((await breaks())[0]).toEqual(["missing", 1]);
  });

  test.skipIf(programs === null)("a removed entry is found where the ones behind it are numbered anew", async () => {
    await tamper(
      `delete from concord.audit_log where ${here()} and number = 4`,
      `update concord.audit_log set number = -number where ${here()} and number > 4`,
      `update concord.audit_log set number = -number - 1 where ${here()} and number < 0`,
    );
    expect((await breaks())[0]).toEqual(["changed", 4]);
  });

  test.skipIf(programs === null)("two entries that changed places are found", async () => {
    await tamper(
      `update concord.audit_log set number = -number where ${here()} and number in (3, 7)`,
      `update concord.audit_log set number = 10 + number where ${here()} and number < 0`,
    );
    expect(await breaks()).toEqual([
      ["changed", 3],
      ["does-not-follow", 4],
      ["changed", 7],
      ["does-not-follow", 8],
    ]);
  });

  test.skipIf(programs === null)("a forged entry with a hash of its own is found", async () => {
    await tamper(
      `update concord.audit_log set number = -number where ${here()} and number >= 6`,
      `update concord.audit_log set number = 1 - number where ${here()} and number < 0`,
      `insert into concord.audit_log select practice_id, 6, at, account_id, 'Nobody', roles, purpose, action, outcome, people,
        everybody, about, why, from_where, request, hash, hash from concord.audit_log where ${here()} and number = 5`,
      `update concord.audit_log l set hash = sha256(previous || convert_to(audit_text(l), 'UTF8')) where ${here()} and number = 6`,
    );
    expect((await breaks())[0]).toEqual(["changed", 7]);
  });

  test.skipIf(programs === null)(
    "an end that was cut off is found, also where the chain's end was set back",
    async () => {
      await tamper(`delete from concord.audit_log where ${here()} and number > 8`);
      expect(await breaks([])).toEqual([["cut-off", 9]]);
      await tamper(`update concord.audit_head h set number = 8, hash = (select l.hash from concord.audit_log l
      where l.practice_id = h.practice_id and l.number = 8) where ${here()}`);
      expect(await breaks([])).toEqual([]);
      expect(await breaks()).toEqual([["cut-off", 9]]);
    },
  );

  test.skipIf(programs === null)(
    "a log that was written anew from some entry on is found by what was written down",
    async () => {
      await tamper(
        `delete from concord.audit_log where ${here()} and number > 8`,
        `update concord.audit_head h set number = 8, hash = (select l.hash from concord.audit_log l
        where l.practice_id = h.practice_id and l.number = 8) where ${here()}`,
      );
      for (const who of ["a", "b", "c"])
        await inPractice(store.db, practiceId, (trx) => addAuditEntries(trx, practiceId, [entry({ who })]));
      expect(await breaks([])).toEqual([]);
      expect(await breaks()).toEqual([["not-as-written-down", 10]]);
    },
  );
});
