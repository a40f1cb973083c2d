import { writeTwin } from "@concord/twin";
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ImportQueue } from "../imports/queue-types.ts";
import { inPractice } from "../store/in-practice.ts";
import type { Database } from "../store/schema.ts";
import type { Progress } from "./say-progress.ts";

export interface PracticeHere {
  readonly id: string;
  readonly synthetic: boolean;
}

/** The last day of the synthetic practice: its extract is of this day on every machine. */
export const SYNTHETIC_END = "2026-11-20";

/** Share of the progress that making the practice takes; the rest is its import. */
export const MAKING_SHARE = 0.1;

/** The practice of these records; made where there is none. */
export const ensurePractice = async (db: Database, empty: boolean): Promise<PracticeHere> => {
  const found = await db
    .selectFrom("practice")
    .select(["id", "synthetic"])
    .orderBy("created_at")
    .limit(1)
    .executeTakeFirst();
  if (found !== undefined) return found;
  return db
    .insertInto("practice")
    .values(empty ? { name: "This practice", synthetic: false } : { name: "Synthetic practice", synthetic: true })
    .returning(["id", "synthetic"])
    .executeTakeFirstOrThrow();
};

const neverImported = (db: Database, practiceId: string): Promise<boolean> =>
  inPractice(db, practiceId, async (trx) => {
    const found = await trx.selectFrom("import").select("id").limit(1).executeTakeFirst();
    return found === undefined;
  });

export interface Seeding {
  readonly db: Database;
  readonly practice: PracticeHere;
  readonly dataFolder: string;
  readonly people: number;
  readonly seed: number;
  readonly imports: ImportQueue;
  readonly bar: Progress;
}

/** Made beside and renamed once it is whole: a start that was stopped leaves nothing that looks it. */
const makeExtract = async ({ dataFolder, people, seed, bar }: Seeding): Promise<string> => {
  const folder = join(dataFolder, "synthetic");
  const path = join(folder, "practice.csv");
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  if (existsSync(path)) return path;
  mkdirSync(dirname(part), { recursive: true });
  await writeTwin({
    people,
    seed,
    out: part,
    end: SYNTHETIC_END,
    formats: ["csv"],
    onProgress: (it) => bar.at((MAKING_SHARE * it.people) / it.of, `making a synthetic practice, ${it.people} people`),
  });
  renameSync(part, folder);
  return path;
};

/** Fills a new synthetic practice; says whether it did. What was under way when the last start was stopped goes on. */
export const seedPractice = async (seeding: Seeding): Promise<boolean> => {
  const { db, practice, imports } = seeding;
  if (!practice.synthetic || !(await neverImported(db, practice.id))) return false;
  const path = await makeExtract(seeding);
  await imports.accept("practice.csv", createReadStream(path));
  await imports.idle();
  return true;
};
