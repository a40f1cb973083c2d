import type { ImportJob, ImportRow, RegisterPage } from "@concord/exchange/api";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { formOf, HEADER, KNOWN_EXTRACT, servePractice, type ServedPractice } from "../http/served-practice.fixture.ts";
import { inboxIn } from "./inbox-folder.ts";

const MOST = 5_000;
let served: ServedPractice;
beforeAll(async () => {
  served = await servePractice(MOST);
});
afterAll(() => served.remove());

type Accepted = ImportJob & { alreadyImported: boolean };
const upload = async (name: string, text: string, query = "", field = "file") => {
  const { body, headers } = formOf(name, text, field);
  const answer = await served.call<Accepted>("POST", `/api/imports${query}`, body, headers);
  await served.imports.idle();
  return answer;
};
const job = (id: number) => served.get<ImportJob>(`/api/imports/${id}`);

test("an upload becomes records, and every row is accounted for", async () => {
  const { status, body } = await upload("known.csv", KNOWN_EXTRACT);
  expect([status, body]).toMatchObject([
    202,
    { file: "known.csv", bytes: KNOWN_EXTRACT.length, alreadyImported: false },
  ]);
  const done = await job(body.id);
  expect(done).toMatchObject({
    state: "done",
    progress: 1,
    rowsRead: 9,
    used: 7,
    setAside: 1,
    refused: 1,
    error: null,
  });
  expect([done.setAsideBy, done.refusedBy]).toMatchObject([
    [{ code: "cancelled", count: 1 }],
    [{ code: "date-missing", count: 1 }],
  ]);
  expect((await served.get<RegisterPage>("/api/register")).onRegister).toBe(5);
});

test("its rows that were not used are told with what to do, by reason and by pages", async () => {
  const rows = (query: string) => served.get<{ total: number; rows: ImportRow[] }>(`/api/imports/1/rows${query}`);
  expect((await rows("")).rows.map(({ row, reason }) => [row, reason])).toEqual([
    [9, "cancelled"],
    [10, "date-missing"],
  ]);
  expect(await rows("?outcome=refused")).toMatchObject({
    total: 1,
    rows: [{ row: 10, todo: "Add the date of issue." }],
  });
  expect(await rows("?reason=cancelled&size=1")).toMatchObject({
    total: 1,
    rows: [{ raw: expect.stringMatching(/^P5,.*cancelled$/) }],
  });
  expect(await rows("?page=2&size=1")).toMatchObject({ total: 2, rows: [{ row: 10 }] });
});

test("the very same file again changes nothing, whatever its name", async () => {
  const { status, body } = await upload("other-name.csv", KNOWN_EXTRACT);
  expect([status, body]).toMatchObject([200, { id: 1, alreadyImported: true }]);
  expect((await served.get<{ imports: ImportJob[] }>("/api/imports")).imports).toHaveLength(1);
});

test("a corrected file of the same name takes the place of its rows, with a trace", async () => {
  const { body } = await upload("known.csv", KNOWN_EXTRACT.replace("P6,1970,F,,,", "P6,1970,F,,2026-11-05,"));
  expect(await job(body.id)).toMatchObject({ state: "done", used: 8, refused: 0, replaces: 1 });
  expect(await job(1)).toMatchObject({ state: "replaced", replacedBy: body.id });
  expect((await served.get<RegisterPage>("/api/register")).onRegister).toBe(5);
});

test("a file of the watched folder is taken by its name, and no file elsewhere", async () => {
  writeFileSync(
    join(inboxIn(served.store.dataFolder), "some.csv"),
    `${HEADER}\nP7,,,,2026-11-05,,Codeine 30mg tablets,28,tablet,one daily,acute,,issued\n`,
  );
  const taken = await served.call<Accepted>("POST", "/api/imports", { path: "some.csv" });
  await served.imports.idle();
  expect([taken.status, taken.body.file]).toEqual([202, "some.csv"]);
  for (const path of ["../secret.json", "/etc/passwd", "none.csv", ".", ".."])
    expect((await served.call("POST", "/api/imports", { path })).body, path).toMatchObject({
      status: 400,
      code: "file-missing",
    });
  expect((await served.call("POST", "/api/imports", {})).body).toMatchObject({
    code: "request-not-valid",
    problems: [{ at: "body.path" }],
  });
});

test("what is over cannot be cancelled; what is not there cannot be replaced or shown", async () => {
  expect((await served.call("POST", "/api/imports/1/cancel")).body).toMatchObject({ status: 409, code: "import-over" });
  expect((await served.call("POST", "/api/imports/999/cancel")).body).toMatchObject({
    status: 404,
    code: "import-not-known",
  });
  expect((await upload("x.csv", `${HEADER}\n`, "?replaces=999")).body).toMatchObject({
    status: 409,
    code: "nothing-to-replace",
  });
  for (const url of ["/api/imports/999", "/api/imports/999/rows"])
    expect((await served.call("GET", url)).body).toMatchObject({ status: 404, code: "import-not-known" });
});

test("a file that is no extract is failed with what was found and what to do", async () => {
  const { body } = await upload("letter.txt", "once upon a time");
  expect(await job(body.id)).toMatchObject({ state: "failed", rowsRead: 0, error: { code: "not-a-known-format" } });
});

test("an upload without a file, too large, cut short or of another kind leaves nothing behind", async () => {
  const before = (await served.get<{ imports: ImportJob[] }>("/api/imports")).imports.length;
  const { body, headers } = formOf("a.csv", KNOWN_EXTRACT);
  const send = (text: string, how: Record<string, string>) => served.call("POST", "/api/imports", text, how);
  expect((await send(body.slice(0, 400), headers)).body).toMatchObject({ status: 400, code: "upload-broken" });
  expect((await send("--x--\r\n", { "content-type": "multipart/form-data; boundary=x" })).body).toMatchObject({
    status: 400,
  });
  expect((await send("a,b", { "content-type": "text/csv" })).body).toMatchObject({
    status: 415,
    code: "media-type-not-taken",
  });
  expect((await upload("big.csv", "x".repeat(MOST + 1))).body).toMatchObject({ status: 413, code: "body-too-large" });
  expect((await served.get<{ imports: ImportJob[] }>("/api/imports")).imports).toHaveLength(before);
  expect(execFileSync("ls", [join(served.store.dataFolder, "uploads")], { encoding: "utf8" })).not.toContain("part-");
});
