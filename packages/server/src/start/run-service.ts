import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDay, type Day } from "@concord/core";
import type { Config } from "../config.ts";
import { keepAnchors } from "../audit/audit-anchors.ts";
import { createAuditWriter } from "../audit/audit-writer.ts";
import { readProviders } from "../identity/oidc/provider-settings.ts";
import { createSessions } from "../identity/sessions.ts";
import { SESSION_LIMITS } from "../identity/session-limits.ts";
import { createDoseSupport } from "../safety/dose-support.ts";
import { doseSupportVersion } from "../safety/dose-support-version.ts";
import { buildServer } from "../http/build-server.ts";
import { createImportQueue } from "../imports/import-queue.ts";
import { watchInbox } from "../imports/watch-inbox.ts";
import { readCertificate } from "../listening/certificate.ts";
import { listen, type Listens } from "../listening/listen.ts";
import { countChanges } from "../register/remembered.ts";
import { createRegisterBuilder } from "../register/build-register.ts";
import type { Connection } from "../store/connect.ts";
import { analyze } from "../store/analyze.ts";
import { openEmbedded, openOwn, type Store } from "../store/open-store.ts";
import { demonstrationAccounts, type DemonstrationAccount } from "./demonstration-accounts.ts";
import { ensurePractice, MAKING_SHARE, seedPractice, SYNTHETIC_END } from "./ensure-practice.ts";
import { firstAdministratorCode, sayFirstAdministrator } from "./first-administrator.ts";
import { openLogFile } from "./log-file.ts";
import { sayProgress } from "./say-progress.ts";
import { serviceKeys, showKey } from "./service-keys.ts";
import { holdRecords, type ServiceLock } from "./service-lock.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..", "..");
export const USUAL_DATA = join(ROOT, "out", "data");
const WEB = join(ROOT, "packages", "web", "dist");

/** A running service. */
export interface Running extends Listens {
  /** Ends everything that was started, the last work written down. */
  readonly stop: () => Promise<void>;
}

const today = (): Day => Math.floor(Date.now() / 86_400_000) as Day;

const version = (): string => {
  const { version: is } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  return is;
};

/**
 * Starts everything, in the order in which one needs the other, and says how to end it. `afterRestore` is called where
 * the records have become others.
 */
export const runService = async (
  config: Config,
  say: (line: string) => void,
  afterRestore: () => void,
): Promise<Running> => {
  const { dataFolder } = config;
  const tls = config.tls === null ? undefined : readCertificate(config.tls);
  mkdirSync(dataFolder, { recursive: true });
  const endings: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of endings.splice(0).reverse()) await end().catch(() => {});
  };
  try {
    const oidc = await readProviders(dataFolder);
    const { store, lock } = await openRecords(config, say, endings);
    const log = openLogFile(join(dataFolder, "service.log"));
    endings.push(log.close);
    const fault = (it: unknown) =>
      log.write(`${JSON.stringify({ level: 50, time: new Date().toISOString(), fault: String(it) })}\n`);
    const { db } = store;
    const practice = await ensurePractice(db, config.empty);
    const bar = sayProgress();
    const changes = countChanges();
    const supportVersion = doseSupportVersion(version(), "uk");
    const register = createRegisterBuilder({
      db,
      practiceId: practice.id,
      engine: supportVersion.engine,
      onSwap: changes.happened,
    });
    const end = parseDay(SYNTHETIC_END)!;
    let seeding = true;
    const imports = createImportQueue({
      db,
      practiceId: practice.id,
      dataFolder,
      register,
      onFault: fault,
      afterImport: () => analyze(store.owner),
      latestDay: () => (practice.synthetic && today() < end ? end : today()),
      onProgress: (share, says) => seeding && bar.at(MAKING_SHARE + (1 - MAKING_SHARE) * share, says),
    });
    endings.push(imports.close);
    const seeded = await seedPractice({ ...config, db, practice, imports, bar });
    seeding = false;
    bar.done();
    if (seeded) say("A synthetic practice is in the records. Nobody in it is real.");
    const webFolder = existsSync(join(WEB, "index.html")) ? WEB : null;
    if (webFolder === null) say("The pages are not built: npm start builds them. The service answers at /api.");
    if (!(await register.isOfThisEngine())) {
      say("Another version of the engine built the register: it is built anew, and shown as it was until then.");
      void register.rebuild().catch(fault);
    }
    const demonstration = await demonstrationAccounts(db, practice, dataFolder);
    const keys = serviceKeys(dataFolder);
    const inThis = { db, practiceId: practice.id };
    endings.push(await keepAnchors({ ...inThis, dataFolder }, fault));
    const service = await buildServer({
      ...inThis,
      changes,
      doseSupport: createDoseSupport({
        ...inThis,
        synthetic: practice.synthetic,
        version: supportVersion,
      }),
      sessions: createSessions(inThis, SESSION_LIMITS),
      audit: createAuditWriter(inThis),
      deviceSecret: keys.device,
      commandLineKey: keys.commandLine,
      oidc,
      imports,
      register,
      webFolder,
      version: version(),
      publicUrl: config.publicUrl,
      proxies: config.proxies,
      ...(tls === undefined ? {} : { tls }),
      log: { level: "info", write: log.write },
      dataFolder,
      backup: { owner: store.owner, dataFolder, afterRestore },
    });
    endings.push(() => service.close());
    const listens = await listen(service, config, say, endings);
    endings.push(showKey(listens.address, keys.commandLine, dataFolder, listens.port));
    endings.push(watchInbox(dataFolder, imports, fault));
    await lock.answerAt(listens.address);
    say(`Records are kept in ${config.databaseUrl === null ? dataFolder : "the PostgreSQL of DATABASE_URL"}.`);
    say(`Files put into ${join(dataFolder, "inbox")} are imported by themselves.`);
    sayDemonstration(demonstration, say);
    sayFirstAdministrator(await firstAdministratorCode(db, practice.id), say);
    say("Ctrl-C ends it.");
    return { ...listens, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const sayDemonstration = (accounts: readonly DemonstrationAccount[], say: (line: string) => void): void => {
  if (accounts.length === 0) return;
  say("Accounts of the synthetic practice, to sign in with:");
  for (const { login, password } of accounts) say(`  ${login.padEnd(16)}${password}`);
};

const openRecords = async (
  { databaseUrl, dataFolder }: Config,
  say: (line: string) => void,
  endings: (() => Promise<unknown>)[],
): Promise<{ store: Store; lock: ServiceLock }> => {
  let held: ServiceLock | null = null;
  const hold = async (app: Connection) => {
    held = await holdRecords(app);
  };
  const free = async () => held?.release();
  try {
    const store = await (databaseUrl === null ? openEmbedded({ dataFolder }, hold) : openOwn(databaseUrl, hold));
    endings.push(store.close, free);
    for (const note of store.notes) say(note);
    return { store, lock: held! };
  } catch (error) {
    await free();
    throw error;
  }
};
