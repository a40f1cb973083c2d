import { expect, test } from "vitest";
import { Tally } from "./tally.ts";

test("counts what was told, and knows what nobody should be told", () => {
  const tally = new Tally();
  tally.note("reads", { status: 200, body: {} }, 20);
  tally.note("writes", { status: 409, body: { code: "already-read" } }, 1500);
  tally.note("writes", { status: 503, body: { code: "store-not-answering" } }, 10);
  tally.note("reads", { status: 500, body: { code: "service-fault" } }, 10);
  tally.note("writes", null, 10);
  expect(tally.count("reads", "done")).toBe(1);
  expect(tally.unexpected(["store-not-answering"])).toEqual([
    "1 reads were answered service-fault",
    "1 writes were answered none",
  ]);
  expect(tally.says()).toBe(
    "1 reads done, 1 reads service-fault, 1 writes already-read, 1 writes none, 1 writes store-not-answering; slowest answer 1.5 s",
  );
});
