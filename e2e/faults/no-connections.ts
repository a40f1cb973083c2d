import { setTimeout as pause } from "node:timers/promises";
import { openClient, type Connection } from "../../packages/server/src/store/connect.ts";
import { findEmbedded } from "../../packages/server/src/store/embedded/start-embedded.ts";
import type { Clients } from "./clients.ts";
import type { Fault } from "./fault.ts";
import { onSite, type Site } from "./site.ts";
import { lengthenLog, slowReaders } from "./slow-readers.ts";

type Client = Awaited<ReturnType<typeof openClient>>;

const READERS = 60;
/** Twelve megabytes and more. */
const LONG_LOG = 2_500;

/** More slow downloads than the pool has connections: most are told to wait, and nobody else notices. */
const slowDownloads = async (site: Site, clients: Clients): Promise<void> => {
  clients.take();
  const readers = await slowReaders(site.service, site.dataFolder, READERS);
  const begun = readers.filter(({ status }) => status === 200).length;
  const busy = readers.filter(({ code }) => code === "busy").length;
  await pause(site.plan.seconds * 1000);
  const tally = clients.take();
  site.say(`${READERS} slow downloads: ${begun} begun, ${busy} told to come again (busy)`);
  site.say(`  beside them: ${tally.says()}`);
  site.expect(begun > 0 && begun + busy === READERS, `of ${READERS} slow downloads ${begun} began, ${busy} were busy`);
  site.problems.push(...tally.unexpected([]));
  site.expect(tally.count("writes", "done") > 0, "nothing was written beside slow downloads");
  for (const { leave } of readers) leave();
  const from = performance.now();
  let status = 0;
  while (status !== 200 && performance.now() - from < 30_000) {
    status = (await fetch(`${site.service.url}/api/audit-log/proof`, { headers: { cookie: site.service.cookie } }))
      .status;
    if (status !== 200) await pause(100);
  }
  site.expect(status === 200, `after slow downloads were left, another is answered ${status}`);
  site.say(`  another begins ${((performance.now() - from) / 1000).toFixed(1)} s after they were left`);
};

/** Takes every connection that the database has left. */
const takeAll = async (admin: Connection, taken: Client[]): Promise<void> => {
  for (let refused = false; !refused;)
    try {
      taken.push(await openClient(admin));
    } catch {
      refused = true;
    }
};

const keepAll = async (site: Site, admin: Connection, taken: Client[]): Promise<void> => {
  const end = performance.now() + site.plan.seconds * 1000;
  for (; performance.now() < end; await pause(10)) await takeAll(admin, taken);
};

/** Others hold all that the database has: first those that the service has not, then its own too. */
const noneLeft = async (site: Site, clients: Clients): Promise<void> => {
  const found = await findEmbedded(site.dataFolder);
  if (found === null) return void site.problems.push("the database does not answer");
  const control = await openClient(found.admin);
  const taken: Client[] = [];
  try {
    clients.take();
    await keepAll(site, found.admin, taken);
    const some = clients.take();
    site.say(`others hold ${taken.length + 1} connections, the service what it had: ${some.says()}`);
    await control.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = $1", [found.app.user]);
    await keepAll(site, found.admin, taken);
    const none = clients.take();
    site.say(`others hold ${taken.length + 1}, the service none: ${none.says()}`);
    for (const tally of [some, none]) site.problems.push(...tally.unexpected(["store-not-answering"]));
    site.expect(none.count("writes", "store-not-answering") > 0, "no write was refused as store-not-answering");
  } finally {
    for (const client of [...taken, control]) await client.end().catch(() => {});
  }
  const took = await site.untilWell();
  clients.take();
  await pause(site.plan.seconds * 1000);
  const after = clients.take();
  site.say(`well by itself ${(took / 1000).toFixed(1)} s after they were given back; then ${after.says()}`);
  site.problems.push(...after.unexpected([]));
};

/** Connections to the database are used up, by downloads that nobody takes and by others. */
export const noConnections: Fault = {
  name: "connections",
  what: "slow downloads ask for more connections than there are, and others use up all that the database has",
  run: async (plan) => ({
    problems: await onSite(plan, async (site) => {
      await lengthenLog(site.dataFolder, LONG_LOG);
      const clients = await site.work();
      await slowDownloads(site, clients);
      await noneLeft(site, clients);
      await clients.stop();
      await site.check();
    }),
  }),
};
