import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openClient } from "../store/connect.ts";
import { formOf, HEADER, KNOWN_EXTRACT, servePractice, type ServedPractice } from "./served-practice.fixture.ts";

let served: ServedPractice;
beforeAll(async () => {
  served = await servePractice();
  await served.take("known.csv", KNOWN_EXTRACT);
});
afterAll(() => served.remove());

/** The database refuses rows of a table as it does on a full disk, until what is returned is called. */
const noRoomFor = async (table: string): Promise<() => Promise<void>> => {
  const client = await openClient(served.store.admin);
  await client.query(`
    create or replace function concord.no_room() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`);
  await client.query(`create trigger full_disk before insert on concord.${table} execute function concord.no_room()`);
  return async () => {
    await client.query(`drop trigger full_disk on concord.${table}`);
    await client.end();
  };
};

const uploads = (): readonly string[] => {
  const folder = join(served.store.dataFolder, "uploads");
  return existsSync(folder) ? readdirSync(folder) : [];
};
const refer = async () => {
  const body = JSON.stringify({ reason: "wants to talk" });
  return served.call("POST", `${await served.of("P1")}/referrals`, body, { "content-type": "application/json" });
};

test("a change that finds no room is refused as such, changes nothing, and is taken once there is room", async () => {
  const makeRoom = await noRoomFor("referral");
  expect((await refer()).body).toMatchObject({ status: 507, code: "store-full" });
  expect((await served.get<{ referrals: [] }>("/api/referrals")).referrals).toEqual([]);
  await makeRoom();
  expect((await refer()).status).toBe(201);
});

test("whatever cannot be written into the log is not shown; what is not logged is", async () => {
  const makeRoom = await noRoomFor("audit_log");
  expect((await served.call("GET", "/api/imports")).body).toMatchObject({ status: 507, code: "store-full" });
  expect((await served.call("GET", "/api/session")).status).toBe(200);
  await makeRoom();
  expect((await served.call("GET", "/api/imports")).status).toBe(200);
});

test("an upload that finds no room leaves no file behind; one that is known stays", async () => {
  const before = uploads();
  const makeRoom = await noRoomFor("import");
  const other = formOf(
    "other.csv",
    `${HEADER}\nP9,1950,F,,2026-11-01,,Codeine 30mg tablets,28,tablet,one daily,acute,Dr B,issued`,
  );
  const refused = await served.call("POST", "/api/imports", other.body, other.headers);
  expect(refused.body).toMatchObject({ status: 507, code: "store-full" });
  const known = formOf("known.csv", KNOWN_EXTRACT);
  expect((await served.call("POST", "/api/imports", known.body, known.headers)).status).toBe(507);
  expect(uploads()).toEqual(before);
  await makeRoom();
  expect((await served.call("POST", "/api/imports", other.body, other.headers)).status).toBe(202);
  await served.imports.idle();
});

test("an import that finds no room for its rows waits, and is read once there is room", async () => {
  const makeRoom = await noRoomFor("issue");
  const late = formOf(
    "late.csv",
    `${HEADER}\nP8,1950,F,,2026-11-01,,Codeine 30mg tablets,28,tablet,one daily,acute,Dr B,issued`,
  );
  const { body } = await served.call<{ id: number }>("POST", "/api/imports", late.body, late.headers);
  const state = async () => (await served.get<{ state: string }>(`/api/imports/${body.id}`)).state;
  while ((await state()) === "queued");
  expect(await state()).toBe("reading");
  await makeRoom();
  await served.imports.idle();
  expect(await state()).toBe("done");
});
