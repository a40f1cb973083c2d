import type { OwnRecord } from "@concord/exchange/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { KNOWN_EXTRACT, servePractice, type ServedPractice } from "../http/served-practice.fixture.ts";
import { inPractice } from "../store/in-practice.ts";

let served: ServedPractice;
beforeAll(async () => {
  served = await servePractice();
  await served.take("known.csv", KNOWN_EXTRACT);
}, 60_000);
afterAll(() => served.remove());

const idOf = (reference: string): Promise<number> =>
  inPractice(served.store.db, served.practiceId, async (trx) => {
    const { id } = await trx
      .selectFrom("person")
      .where("reference", "=", reference)
      .select("id")
      .executeTakeFirstOrThrow();
    return id;
  });

test("a patient sees their own medicines as they were written, and no reckoning of a dose", async () => {
  await served.signInAs(["patient"], await idOf("P1"));
  const own = await served.get<OwnRecord>("/api/own-record");
  expect(own).toEqual({
    person: "P1",
    asOf: "2026-11-05",
    issues: [
      {
        date: "2026-11-01",
        product: "Pregabalin 75mg capsules",
        directions: "one twice a day",
        quantity: "56 capsule",
        elsewhere: false,
      },
      {
        date: "2026-11-01",
        product: "Morphine 10mg modified-release tablets",
        directions: "two twice a day",
        quantity: "112 tablet",
        elsewhere: false,
      },
      {
        date: "2026-09-01",
        product: "Morphine 10mg modified-release tablets",
        directions: "one twice a day",
        quantity: "56 tablet",
        elsewhere: false,
      },
    ],
  });
  expect(JSON.stringify(own)).not.toContain("Dr Ahmed");
});

test("and nobody else's: neither the register nor another person, whatever they ask for", async () => {
  const key = await served.of("P2").catch(() => "/api/people/00000000-0000-4000-8000-000000000000");
  await served.signInAs(["patient"], await idOf("P1"));
  for (const url of ["/api/register", key, "/api/referrals", "/api/imports", "/api/accounts", "/api/safety"])
    expect((await served.call("GET", url)).status, url).toBe(403);
});

test("staff have no record of their own here", async () => {
  await served.signInAs(["prescriber"]);
  expect((await served.call("GET", "/api/own-record")).body).toMatchObject({ code: "not-allowed" });
});
