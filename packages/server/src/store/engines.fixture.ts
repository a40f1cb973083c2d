import { randomUUID } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { embeddedPrograms, programsIn, type Programs } from "./embedded/programs.ts";
import { openEmbedded, type Store } from "./open-store.ts";

const DEBIAN_15 = "/usr/lib/postgresql/15";

export interface Engine {
  /** Says why it is skipped where it is. */
  readonly name: string;
  readonly programs: Programs | null;
}

/** The embedded PostgreSQL, and the oldest one that is supported where the machine has it. */
export const ENGINES: readonly Engine[] = [
  { name: "PostgreSQL 18 (embedded)", programs: embeddedPrograms() },
  existsSync(join(DEBIAN_15, "bin", "postgres"))
    ? { name: "PostgreSQL 15 (Debian's)", programs: programsIn(DEBIAN_15, "15") }
    : { name: `PostgreSQL 15: skipped, this machine has none in ${DEBIAN_15}`, programs: null },
];

/** A folder that is gone after `remove`; closed to no account of the machine. */
export const temporaryFolder = (): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), "concord-store-"));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

export interface TestStore extends Store {
  readonly dataFolder: string;
  /** Ends the database and removes its files. */
  readonly remove: () => Promise<void>;
}

/** A database of its own for one test file. */
export const openTestStore = async (programs: Programs | null = null): Promise<TestStore> => {
  const folder = temporaryFolder();
  const store = await openEmbedded({ dataFolder: folder.path, ...(programs === null ? {} : { programs }) });
  const remove = async () => {
    await store.close();
    folder.remove();
  };
  return { ...store, dataFolder: folder.path, remove };
};

/** A practice with nobody in it; its id. */
export const newPractice = async ({ db }: Store, name = "Test practice", synthetic = true): Promise<string> => {
  const id = randomUUID();
  await db.insertInto("practice").values({ id, name, synthetic }).execute();
  return id;
};
