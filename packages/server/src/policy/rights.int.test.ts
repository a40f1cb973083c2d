import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ENGINES, newPractice, openTestStore, type TestStore } from "../store/engines.fixture.ts";
import { actingIn, inPractice, type ActsAs } from "../store/in-practice.ts";
import { addAuditEntries } from "../store/queries/add-audit-entries.ts";
import { newAccount } from "../store/queries/new-account.ts";

describe.each(ENGINES)("$name: the database refuses again", ({ programs }) => {
  let store: TestStore;
  let practiceId = "";
  /** P1 is referred, P2 is shared without identity, P3 with it, P4 is the patient. */
  const people: number[] = [];
  const accounts: Record<string, string> = {};

  beforeAll(async () => {
    if (programs === null) return;
    store = await openTestStore(programs);
    practiceId = await newPractice(store);
    await inPractice(store.db, practiceId, async (trx) => {
      for (const reference of ["P1", "P2", "P3", "P4"])
        people.push(
          (
            await trx
              .insertInto("person")
              .values({ practice_id: practiceId, reference })
              .returning("id")
              .executeTakeFirstOrThrow()
          ).id,
        );
      const account = async (login: string, role: ActsAs["doers"][number], personId: number | null = null) =>
        (accounts[login] = (await newAccount(trx, {
          practiceId,
          login,
          name: login,
          roles: [role as "patient"],
          personId,
          demonstration: false,
          createdBy: null,
        }))!);
      await account("worker", "project-worker");
      await account("adviser", "adviser");
      await account("patient", "patient", people[3]!);
      await trx.insertInto("referral").values({ practice_id: practiceId, person_id: people[0]!, reason: "" }).execute();
      for (const [at, named] of [
        [1, false],
        [2, true],
      ] as const)
        await trx
          .insertInto("share")
          .values({
            practice_id: practiceId,
            person_id: people[at]!,
            account_id: accounts["adviser"]!,
            with_identity: named,
            why: "",
          })
          .execute();
    });
  });
  afterAll(() => store?.remove());

  const as = (doer: string, purpose: ActsAs["purpose"], login = ""): ActsAs => ({
    accountId: accounts[login] ?? null,
    doers: [doer],
    purpose,
  });
  const references = async (who: ActsAs): Promise<readonly string[]> =>
    actingIn(store.db, practiceId, who, async (trx) =>
      (await trx.selectFrom("person").select("reference").orderBy("id").execute()).map(({ reference }) => reference),
    );

  test.skipIf(programs === null)("each role sees the people within its reach, for its purpose alone", async () => {
    expect(await references(as("prescriber", "direct-care"))).toEqual(["P1", "P2", "P3", "P4"]);
    expect(await references(as("prescriber", "evaluation"))).toEqual([]);
    expect(await references(as("project-worker", "direct-care", "worker"))).toEqual(["P1"]);
    expect(await references(as("adviser", "direct-care", "adviser"))).toEqual(["P3"]);
    expect(await references(as("patient", "direct-care", "patient"))).toEqual(["P4"]);
    expect(await references(as("evaluator", "evaluation", "worker"))).toEqual([]);
    expect(await references(as("administrator", "administration"))).toEqual([]);
    expect(await references(as("nobody", "direct-care"))).toEqual([]);
  });

  test.skipIf(programs === null)("a reason lets a project worker look, until its time is over", async () => {
    const until = (text: string) =>
      inPractice(store.db, practiceId, (trx) =>
        sql`insert into access_reason (practice_id, account_id, person_id, reason, until)
          values (${practiceId}, ${accounts["worker"]}, ${people[1]}, 'asked for', now() + ${text}::interval)`.execute(
          trx,
        ),
      );
    await until("-1 second");
    expect(await references(as("project-worker", "direct-care", "worker"))).toEqual(["P1"]);
    await until("1 hour");
    expect(await references(as("project-worker", "direct-care", "worker"))).toEqual(["P1", "P2"]);
  });

  test.skipIf(programs === null)("a project worker keeps no reading and adds no import", async () => {
    const keep = actingIn(store.db, practiceId, as("project-worker", "direct-care", "worker"), (trx) =>
      sql`insert into reading_by_hand (practice_id, reading_key, product_name, directions, min_a_day, max_a_day, who)
        values (${practiceId}, 'k', 'p', 'd', 1, 1, 'w')`.execute(trx),
    );
    await expect(keep).rejects.toMatchObject({ code: "42501" });
  });

  test.skipIf(programs === null)("who is masked cannot ask who somebody is, whatever the query", async () => {
    const masked = { ...as("adviser", "direct-care", "adviser"), masked: true };
    for (const query of ["select reference from person", "select raw from issue", "select prescriber from issue"])
      await expect(
        actingIn(store.db, practiceId, masked, (trx) => sql.raw(query).execute(trx)),
        query,
      ).rejects.toMatchObject({ code: "42501" });
    await actingIn(store.db, practiceId, masked, (trx) => sql.raw("select person_id, day from issue").execute(trx));
  });

  test.skipIf(programs === null)("nobody but the service sees what others sign in with", async () => {
    for (const doer of ["administrator", "prescriber", "manager"])
      for (const table of ["password_credential", "totp_credential", "session", "one_time_code"]) {
        const seen = await actingIn(store.db, practiceId, as(doer, "administration"), (trx) =>
          sql.raw(`select * from ${table}`).execute(trx),
        );
        expect(seen.rows).toEqual([]);
      }
  });

  test.skipIf(programs === null)("the log takes entries and changes none; a patient sees their own", async () => {
    const entry = (person: number) => ({
      accountId: null,
      who: "x",
      roles: [],
      purpose: "direct-care" as const,
      action: "person.read" as const,
      outcome: "done" as const,
      people: [person],
    });
    await actingIn(store.db, practiceId, as("prescriber", "direct-care"), (trx) =>
      addAuditEntries(trx, practiceId, [entry(people[3]!), entry(people[0]!)]),
    );
    const own = await actingIn(store.db, practiceId, as("patient", "direct-care", "patient"), (trx) =>
      trx.selectFrom("audit_log").select("people").execute(),
    );
    expect(own).toEqual([{ people: [people[3]] }]);
    const numbers = await inPractice(store.db, practiceId, (trx) =>
      trx.selectFrom("audit_log").select("number").orderBy("number").execute(),
    );
    expect(numbers).toEqual([{ number: 1 }, { number: 2 }]);
    for (const statement of ["update audit_log set who = 'y'", "delete from audit_log", "truncate audit_log"])
      await expect(
        inPractice(store.db, practiceId, (trx) => sql.raw(statement).execute(trx)),
        statement,
      ).rejects.toMatchObject({ code: "42501" });
  });

  test.skipIf(programs === null)("no demonstration account beside live records", async () => {
    await store.db.updateTable("practice").set({ synthetic: false }).where("id", "=", practiceId).execute();
    const made = inPractice(store.db, practiceId, (trx) =>
      newAccount(trx, {
        practiceId,
        login: "demo",
        name: "Demo",
        roles: ["prescriber"],
        personId: null,
        demonstration: true,
        createdBy: null,
      }),
    );
    await expect(made).rejects.toMatchObject({ code: "23514" });
  });
});
