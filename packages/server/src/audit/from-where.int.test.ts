import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { servePractice, STAFF, type ServedPractice } from "../http/served-practice.fixture.ts";
import { inPractice } from "../store/in-practice.ts";

let served: ServedPractice;
beforeAll(async () => {
  served = await servePractice();
}, 60_000);
afterAll(() => served.remove());

/** Asks, and is gone before the answer is there. */
const askAndLeave = async (port: number, cookie: string): Promise<void> => {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(`GET /api/imports HTTP/1.1\r\nhost: localhost:${port}\r\ncookie: ${cookie}\r\n\r\n`);
  await pause(1);
  socket.resetAndDestroy();
};

test("where a request came from is known of whoever left before the answer too", async () => {
  const { service, store, practiceId } = served;
  const cookie = await served.signInAs(STAFF);
  const { port } = new URL(await service.listen({ host: "127.0.0.1", port: 0 }));
  for (let at = 0; at < 20; at++) await askAndLeave(Number(port), cookie);
  const from = () =>
    inPractice(store.db, practiceId, (trx) =>
      trx.selectFrom("audit_log").where("action", "=", "import.read").select("from_where").execute(),
    );
  await expect.poll(async () => (await from()).length).toBeGreaterThan(5);
  expect(new Set((await from()).map(({ from_where }) => from_where))).toEqual(new Set(["127.0.0.1"]));
});
