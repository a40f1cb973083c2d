import { existsSync } from "node:fs";
import { createHash } from "node:crypto";
import type { ImportJob, RegisterPage } from "@concord/exchange/api";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { entriesOf } from "../export/unzip.fixture.ts";
import { KNOWN_EXTRACT, servePractice, STAFF, type ServedPractice } from "../http/served-practice.fixture.ts";
import { keptPath } from "../imports/keep-file.ts";
import { inPractice } from "../store/in-practice.ts";

let served: ServedPractice;
beforeAll(async () => {
  served = await servePractice();
  await served.take("known.csv", KNOWN_EXTRACT);
}, 60_000);
afterAll(() => served.remove());

const keyOf = async (reference: string): Promise<string> =>
  (await served.call<{ key: string }>("POST", "/api/people/find", JSON.stringify({ reference }), JSON_TYPE)).body.key;
const JSON_TYPE = { "content-type": "application/json" };
const remove = (key: string, body: object) =>
  served.call("POST", `/api/people/${key}/removal`, JSON.stringify(body), JSON_TYPE);
const jobs = async () => (await served.get<{ imports: ImportJob[] }>("/api/imports")).imports;
const WHY = "Asked for by letter, recorded elsewhere";

describe("everything that is kept of one person", () => {
  test("is an archive in open formats: their rows as they stood, what was derived, and who looked", async () => {
    const key = await keyOf("P1");
    await served.get(`/api/people/${key}`);
    const { status, bytes } = await served.call("GET", `/api/people/${key}/export`);
    expect(status).toBe(200);
    const files = entriesOf(bytes);
    const lines = (name: string) =>
      files[`${name}.ndjson`]!.trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines("person")).toMatchObject([{ reference: "P1", birth_year: 1950 }]);
    expect(lines("issue").map(({ raw }) => raw)).toEqual(
      KNOWN_EXTRACT.split("\n").filter((row) => row.startsWith("P1,")),
    );
    expect(lines("register_row")).toMatchObject([{ reference: "P1", directed_max_ng: 40_000_000 }]);
    expect(lines("audit_log").some(({ action }) => action === "person.read")).toBe(true);
    expect(files["README.md"]).toContain("no line is of a real person");
    expect(JSON.stringify(files)).not.toContain("P2");
  });

  test("goes to those alone whom the policy lets", async () => {
    const key = await keyOf("P1");
    await served.signInAs(["project-worker"]);
    expect((await served.call("GET", `/api/people/${key}/export`)).status).toBe(403);
    await served.signInAs(STAFF);
  });
});

describe("a removal", () => {
  test("asks for the reference once more, and for why", async () => {
    const key = await keyOf("P3");
    expect((await remove(key, { reference: "P2", reason: WHY })).status).toBe(400);
    expect((await remove(key, { reference: "P3", reason: "" })).status).toBe(400);
    expect(await keyOf("P3")).toBe(key);
  });

  test("takes everything out; every import still adds up, the log is untouched, and the file is gone", async () => {
    const key = await keyOf("P1");
    const [before] = await jobs();
    const entries = await inPractice(served.store.db, served.practiceId, async (trx) =>
      trx.selectFrom("audit_log").select(["number", "hash"]).orderBy("number").execute(),
    );
    const file = keptPath(served.store.dataFolder, createHash("sha256").update(KNOWN_EXTRACT).digest("hex"));
    expect(existsSync(file)).toBe(true);

    const gone = await remove(key, { reference: "P1", reason: WHY });
    expect(gone.body).toEqual({ person: "P1", removed: true });

    expect((await served.call("GET", `/api/people/${key}`)).status).toBe(404);
    const [after] = await jobs();
    expect(after).toMatchObject({
      rowsRead: before!.rowsRead,
      used: before!.used - 3,
      setAside: before!.setAside + 3,
      refused: before!.refused,
    });
    expect(after!.setAsideBy.find(({ code }) => code === "removed")?.count).toBe(3);
    const { rows } = await served.get<RegisterPage>("/api/register");
    expect(rows.map(({ person }) => person)).not.toContain("P1");
    expect(existsSync(file)).toBe(false);

    await inPractice(served.store.db, served.practiceId, async (trx) => {
      const now = await trx.selectFrom("audit_log").select(["number", "hash"]).orderBy("number").execute();
      expect(now.slice(0, entries.length)).toEqual(entries);
      for (const table of ["person", "issue", "row_not_used", "item", "register_row", "referral", "tombstone"]) {
        const { rows: left } = await sql<{
          text: string;
        }>`select to_jsonb(it)::text as text from ${sql.table(table)} it`.execute(trx);
        expect(left.map(({ text }) => text).join("\n"), table).not.toMatch(/P1\b|=cmd|Pregabalin/);
      }
    });
  });

  test("holds: a later file does not bring the person back, and is not kept", async () => {
    const later = `${KNOWN_EXTRACT}\nP1,1950,F,2001-02-03,2026-11-20,,Morphine 10mg modified-release tablets,56,tablet,one twice a day,repeat,Dr Ahmed,issued`;
    await served.take("later.csv", later);
    const { rows } = await served.get<RegisterPage>("/api/register");
    expect(rows.map(({ person }) => person)).not.toContain("P1");
    expect(rows.map(({ person }) => person)).toContain("P2");
    const job = (await jobs()).find(({ file }) => file === "later.csv")!;
    expect(job.state).toBe("done");
    expect(job.rowsRead).toBe(job.used + job.setAside + job.refused);
    expect(job.setAsideBy.find(({ code }) => code === "removed")?.count).toBe(4);
    expect(existsSync(keptPath(served.store.dataFolder, createHash("sha256").update(later).digest("hex")))).toBe(false);
  });
});
