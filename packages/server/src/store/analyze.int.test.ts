import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { analyze } from "./analyze.ts";
import { openClient } from "./connect.ts";
import { ENGINES, newPractice, openTestStore, type TestStore } from "./engines.fixture.ts";
import { inPractice } from "./in-practice.ts";

describe.each(ENGINES)("$name", ({ programs }) => {
  let store: TestStore;
  beforeAll(async () => {
    if (programs !== null) store = await openTestStore(programs);
  });
  afterAll(() => store?.remove());

  test.skipIf(programs === null)(
    "the planner knows how many people there are, whatever row-level security hides",
    async () => {
      const practiceId = await newPractice(store);
      await inPractice(store.db, practiceId, (trx) =>
        trx
          .insertInto("person")
          .values(Array.from({ length: 500 }, (_, at) => ({ practice_id: practiceId, reference: `P${at}` })))
          .execute(),
      );
      await analyze(store.owner);
      const client = await openClient(store.admin);
      const { rows } = await client.query(
        "select reltuples::int as people from pg_class where oid = 'person'::regclass",
      );
      await client.end();
      expect(rows).toEqual([{ people: 500 }]);
    },
  );
});
