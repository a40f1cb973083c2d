import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { newTotpSecret } from "../../packages/server/src/identity/authenticator-code.ts";
import { shownCode } from "../../packages/server/src/identity/identity.fixture.ts";
import { hashPassword } from "../../packages/server/src/identity/password-hash.ts";
import { openClient, openDatabase } from "../../packages/server/src/store/connect.ts";
import { findEmbedded } from "../../packages/server/src/store/embedded/start-embedded.ts";
import { inPractice } from "../../packages/server/src/store/in-practice.ts";
import { confirmedAuthenticator } from "../../packages/server/src/store/queries/confirmed-authenticator.ts";
import { newAccount } from "../../packages/server/src/store/queries/new-account.ts";
import { setPassword } from "../../packages/server/src/store/queries/set-password.ts";
import type { Fault } from "./fault.ts";
import { movableClock, type MovableClock } from "./movable-clock.ts";
import { onSite, type Site } from "./site.ts";

const AN_HOUR_SECONDS = 3600;
const STEPS_OF_AN_HOUR = 120;
const WRONG_TRIES = 8;
/** More than so few wrong passwords cost, and far less than the clock was moved by. */
const LONGEST_WAIT_SECONDS = 120;

interface Account {
  readonly login: string;
  readonly password: string;
  readonly secret: string;
}

const embeddedOf = async ({ dataFolder }: Site) => {
  const found = await findEmbedded(dataFolder);
  if (found === null) throw new Error(`No database runs in ${dataFolder}.`);
  return found;
};

/** Somebody who signs in by password and authenticator. */
const accountIn = async (site: Site): Promise<Account> => {
  const account = { login: `clock-${randomUUID()}`, password: randomUUID(), secret: newTotpSecret() };
  const db = openDatabase((await embeddedOf(site)).app, 1);
  try {
    const { id: practiceId } = await db.selectFrom("practice").select("id").executeTakeFirstOrThrow();
    const phc = await hashPassword(account.password);
    await inPractice(db, practiceId, async (trx) => {
      const made = { practiceId, login: account.login, name: "Staff", roles: ["prescriber"] as const, personId: null };
      const id = (await newAccount(trx, { ...made, demonstration: false, createdBy: null }))!;
      await setPassword(trx, practiceId, id, phc);
      await confirmedAuthenticator(trx, practiceId, id, { secret: account.secret, step: 0 });
    });
  } finally {
    await db.destroy();
  }
  return account;
};

const signIn = (site: Site, { login, password }: Account, code: string): Promise<Response> =>
  fetch(`${site.service.url}/api/sign-in/password`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login, password, code }),
  });

/** Signs in after what a person is told to wait; seconds that it took, or null where it took too long. */
const signsIn = async (site: Site, account: Account, steps: number): Promise<number | null> => {
  const from = performance.now();
  const passed = (): number => (performance.now() - from) / 1000;
  while (passed() < LONGEST_WAIT_SECONDS) {
    const answer = await signIn(site, account, await shownCode(account.secret, steps));
    if (answer.status === 204) return passed();
    const wait = Number(answer.headers.get("retry-after") ?? 1);
    if (passed() + wait > LONGEST_WAIT_SECONDS) return null;
    await pause(wait * 1000);
  }
  return null;
};

/** By how many seconds the clocks of the service and of its database are behind this one. */
const behind = async (site: Site): Promise<readonly [number, number]> => {
  await site.service.ask("GET", "/api/health");
  // Its log is timed by the clock that the service itself asks; headers of HTTP are not.
  const [, last] = /"time":(\d+)[^\n]*\n[^\n]*$/.exec(readFileSync(join(site.dataFolder, "service.log"), "utf8"))!;
  const service = (Date.now() - Number(last)) / 1000;
  const client = await openClient((await embeddedOf(site)).admin);
  const { rows } = await client.query<{ at: string }>("select clock_timestamp() as at");
  await client.end();
  return [service, (Date.now() - Date.parse(rows[0]!.at)) / 1000].map(Math.round) as [number, number];
};

const failOften = async (site: Site, account: Account): Promise<number> => {
  let refused = 0;
  for (let tries = 0; tries < WRONG_TRIES && refused === 0; tries++)
    if ((await signIn(site, { ...account, password: "wrong" }, "000000")).status === 429) refused++;
  return refused;
};

const moveBackUnderWork = async (site: Site, clock: MovableClock): Promise<void> => {
  const [early, forgetful] = [await accountIn(site), await accountIn(site)];
  site.expect((await signsIn(site, early, 0)) !== null, "nobody could sign in before");
  site.expect((await failOften(site, forgetful)) > 0, "wrong passwords make nobody wait");
  const clients = await site.work();
  await pause(site.plan.seconds * 1000);
  const before = clients.take();
  clock.move(site.service, -AN_HOUR_SECONDS);
  let [service, database] = await behind(site);
  // The library looks at its file each second or so.
  for (let tries = 0; tries < 20 && service < AN_HOUR_SECONDS - 10; tries++) {
    await pause(500);
    [service, database] = await behind(site);
  }
  site.say(`${clock.says}; behind by ${service} and ${database} s`);
  site.expect(service > AN_HOUR_SECONDS - 10, "the clock of the service was not moved");
  await site.send(await site.newFile(1));
  for (const [who, account] of [
    ["whoever signed in before", early],
    ["whoever has to wait after wrong passwords", forgetful],
  ] as const) {
    const took = await signsIn(site, account, -STEPS_OF_AN_HOUR);
    site.say(`${who} is in again after ${took === null ? `more than ${LONGEST_WAIT_SECONDS}` : took.toFixed(1)} s`);
    site.expect(took !== null, `${who} is locked out by a clock that was moved back`);
  }
  await pause(site.plan.seconds * 1000);
  const after = clients.take();
  await clients.stop();
  site.say(`before: ${before.says()}`);
  site.say(`an hour back: ${after.says()}`);
  for (const tally of [before, after]) site.problems.push(...tally.unexpected([]));
  await site.check();
};

/** The clock goes back an hour while people are at work, and stays there when the service starts anew. */
export const clockMovedBack: Fault = {
  name: "clock",
  what: "the clock is moved back by an hour under load, and the service is started again by it",
  run: async (plan) => {
    const clock = movableClock();
    try {
      const problems = await onSite(
        plan,
        async (site) => {
          await moveBackUnderWork(site, clock);
          const { cookie } = site.service;
          await site.startAgain(clock.call);
          clock.move(site.service, -AN_HOUR_SECONDS);
          const { status } = await fetch(`${site.service.url}/api/session`, { headers: { cookie } });
          site.say(`started again: a session of before is answered ${status}`);
          site.expect(status === 200, "a session of before the start does not hold");
          await site.check();
        },
        clock.call,
      );
      return { problems };
    } finally {
      clock.remove();
    }
  },
};
