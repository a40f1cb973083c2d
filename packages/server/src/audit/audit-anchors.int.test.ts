import { appendFileSync, readFileSync, statSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newPractice, openTestStore, type TestStore } from "../store/engines.fixture.ts";
import { inPractice } from "../store/in-practice.ts";
import { addAuditEntries } from "../store/queries/add-audit-entries.ts";
import { anchorFile, anchorsIn, keepAnchors } from "./audit-anchors.ts";

let store: TestStore;
let practiceId = "";
beforeAll(async () => {
  store = await openTestStore();
  practiceId = await newPractice(store);
});
afterAll(() => store.remove());

const add = () =>
  inPractice(store.db, practiceId, (trx) =>
    addAuditEntries(trx, practiceId, [
      { accountId: null, who: "x", roles: [], purpose: "", action: "service.start", outcome: "done" },
    ]),
  );
const numbers = () => anchorsIn(store.dataFolder, practiceId).map(({ number }) => number);
const keep = (every: number) =>
  keepAnchors(
    { db: store.db, practiceId, dataFolder: store.dataFolder },
    (fault) => {
      throw fault;
    },
    every,
  );

test("the end of the log is written down at the start, at the end, and between them where entries were made", async () => {
  const end = await keep(20);
  expect(numbers()).toEqual([0]);
  await add();
  await expect.poll(numbers).toEqual([0, 1]);
  await pause(60);
  expect(numbers()).toEqual([0, 1]);
  await end();
  expect(numbers()).toEqual([0, 1]);

  const again = await keep(60_000);
  await add();
  await add();
  await again();
  expect(numbers()).toEqual([0, 1, 1, 3]);
});

test("the service's own account alone can read what was written down, and other practices' ends are not this one's", () => {
  const path = anchorFile(store.dataFolder);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const line = readFileSync(path, "utf8").split("\n")[1]!;
  appendFileSync(path, `${line.replace(practiceId, "another")}\n${line.slice(0, 50)}`);
  expect(numbers()).toEqual([0, 1, 1, 3]);
});
