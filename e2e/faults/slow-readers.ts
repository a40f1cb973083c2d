import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { openDatabase } from "../../packages/server/src/store/connect.ts";
import { findEmbedded } from "../../packages/server/src/store/embedded/start-embedded.ts";
import { inPractice } from "../../packages/server/src/store/in-practice.ts";
import { addAuditEntries } from "../../packages/server/src/store/queries/add-audit-entries.ts";
import type { RunningService } from "../durability/running-service.ts";
import { cookieOf, sessionsIn } from "../service/sign-in.ts";
import { randomFrom } from "../../bench/random.ts";

/** Of one insert. */
const AT_ONCE = 100;
const LETTERS_OF_ONE = 5000;
const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** So many entries of five thousand letters each: a log that is longer than what lies between two ends of a connection. */
export const lengthenLog = async (dataFolder: string, entries: number): Promise<void> => {
  const random = randomFrom(entries);
  const text = () =>
    Array.from({ length: LETTERS_OF_ONE }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join("");
  const found = await findEmbedded(dataFolder);
  if (found === null) throw new Error(`No database runs in ${dataFolder}.`);
  const db = openDatabase(found.app, 1);
  const entry = { accountId: null, who: "x", roles: [], purpose: "", action: "import.read", outcome: "done" } as const;
  try {
    const { id } = await db.selectFrom("practice").select("id").executeTakeFirstOrThrow();
    for (let made = 0; made < entries; made += AT_ONCE) {
      const some = Array.from({ length: AT_ONCE }, () => ({ ...entry, about: { text: text() } }));
      await inPractice(db, id, (trx) => addAuditEntries(trx, id, some));
    }
  } finally {
    await db.destroy();
  }
};

export interface SlowReader {
  readonly status: number;
  /** Code of the problem; empty where the download has begun. */
  readonly code: string;
  readonly leave: () => void;
}

const PATHS = ["/api/audit-log/entries", "/api/export", "/api/backup"];

const readSlowly = async ({ url }: RunningService, path: string, cookie: string): Promise<SlowReader> => {
  const { hostname, port } = new URL(url);
  const socket: Socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  socket.write(`GET ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${cookie}\r\n\r\n`);
  const [first] = (await once(socket, "data")) as [Buffer];
  socket.pause();
  const text = first.toString("latin1");
  return {
    status: Number(text.slice(9, 12)),
    code: /"code":"([a-z-]+)"/.exec(text)?.[1] ?? "",
    leave: () => socket.destroy(),
  };
};

/** So many people, each signed in for themselves, begin a download of everything and take no more than its first bytes. */
export const slowReaders = async (
  service: RunningService,
  dataFolder: string,
  count: number,
): Promise<readonly SlowReader[]> => {
  const cookies = (await sessionsIn(dataFolder, { count })).map(cookieOf);
  return Promise.all(cookies.map((cookie, nth) => readSlowly(service, PATHS[nth % PATHS.length]!, cookie)));
};
