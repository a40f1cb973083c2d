import fastify from "fastify";
import { expect, test } from "vitest";
import { SHARES, shareFairly } from "./fair-share.ts";
import { RequestProblem } from "./problems.ts";
import type { Service } from "./service.ts";

/** A service with one costly address; who asks is said in a header. */
const served = () => {
  let now = 0;
  const service = fastify();
  service.decorateRequest("actor", null);
  service.addHook("onRequest", async (request) => {
    request.actor = { accountId: String(request.headers["who"]), name: "", doers: [], session: null };
  });
  shareFairly(service as unknown as Service, () => now);
  service.setErrorHandler((error, _, reply) => reply.code(error instanceof RequestProblem ? 429 : 500).send());
  let open: (() => void)[] = [];
  service.get("/costly", { config: { share: "download" } }, async () => "done");
  service.get(
    "/long",
    { config: { share: "download" } },
    () => new Promise<string>((done) => open.push(() => done(""))),
  );
  service.get("/cheap", async () => "done");
  const ask = (path: string, who: string) => service.inject({ url: path, headers: { who } });
  const finish = () => {
    for (const done of open) done();
    open = [];
  };
  return { ask, finish, pass: (seconds: number) => (now += seconds * 1000) };
};

const { most, seconds, atOnce } = SHARES.download;

test("an account has so many within the time, and again when it has passed", async () => {
  const { ask, pass } = served();
  for (let i = 0; i < most; i++) expect((await ask("/costly", "a")).statusCode).toBe(200);
  const refused = await ask("/costly", "a");
  expect([refused.statusCode, refused.headers["retry-after"]]).toEqual([429, String(seconds)]);
  pass(seconds - 1);
  expect((await ask("/costly", "a")).headers["retry-after"]).toBe("1");
  pass(1);
  expect((await ask("/costly", "a")).statusCode).toBe(200);
});

test("nobody else waits for it, nor does it for what costs little", async () => {
  const { ask } = served();
  for (let i = 0; i <= most; i++) await ask("/costly", "a");
  expect((await ask("/costly", "b")).statusCode).toBe(200);
  expect((await ask("/cheap", "a")).statusCode).toBe(200);
});

test("so many are under way at once; whoever has ended makes room", async () => {
  const { ask, finish } = served();
  const long = Array.from({ length: atOnce }, () => ask("/long", "a"));
  await new Promise((resolve) => setImmediate(resolve));
  expect((await ask("/costly", "a")).statusCode).toBe(429);
  finish();
  await Promise.all(long);
  expect((await ask("/costly", "a")).statusCode).toBe(200);
});
