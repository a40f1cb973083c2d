import { dayFrom, formatDay, parseDay, partsOfDay, type Day, type FactorTableId } from "@concord/core";
import { inPractice } from "../store/in-practice.ts";
import { countPeople } from "../store/queries/count-people.ts";
import { nextPeople } from "../store/queries/next-people.ts";
import { peopleOfReading } from "../store/queries/people-of-reading.ts";
import { spanOfRecords } from "../store/queries/span-of-records.ts";
import type { Database, Work } from "../store/schema.ts";
import { buildLines, type Build } from "./build-lines.ts";
import type { RegisterBuilder } from "./builder-types.ts";
import { readerByHand } from "./reader-by-hand.ts";
import { readItemsAnew } from "./read-items-anew.ts";
import type { BuildTerms } from "./register-line.ts";

const PEOPLE_AT_A_TIME = 500;

/** The last day of each quarter within the records, then the day of the register itself. */
const quartersOf = (from: Day, to: Day): readonly Day[] => {
  const days: Day[] = [];
  const first = partsOfDay(from);
  for (let month = Math.ceil(first.month / 3) * 3, year = first.year; ; month += 3) {
    if (month > 12) [month, year] = [3, year + 1];
    const day = dayFrom(year, month, month === 3 || month === 12 ? 31 : 30)!;
    if (day >= to) break;
    days.push(day);
  }
  return [...days, to];
};

/** Readings by hand and swaps of the register take turns; rows that merely name the practice wait for neither. */
const takeTurn = (trx: Work, practiceId: string) =>
  trx.selectFrom("practice").where("id", "=", practiceId).select("id").forNoKeyUpdate().execute();

export interface RegisterParts {
  readonly db: Database;
  readonly practiceId: string;
  readonly table?: FactorTableId;
  /** Another register is shown from now on. */
  readonly onSwap?: () => void;
  /** The version of the engine: a register that another one built is built anew. */
  readonly engine?: string;
}

/** Keeps the register of one practice in step with its records: anew after an import, in part after a reading. */
export const createRegisterBuilder = ({
  db,
  practiceId,
  table = "uk",
  engine = "",
  onSwap = () => {},
}: RegisterParts): RegisterBuilder => {
  const readItem = readerByHand(table);
  let underWay = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const begin = async (trx: Work): Promise<(Build & { startedAt: string }) | null> => {
    await trx.deleteFrom("register_build").where("current", "=", false).execute();
    const span = await spanOfRecords(trx);
    if (span === null) {
      await trx.deleteFrom("register_build").execute();
      return null;
    }
    const [asOf, dataFrom] = [parseDay(span.to)!, parseDay(span.from)!];
    const quarters = quartersOf(dataFrom, asOf);
    const { id, built_at } = await trx
      .insertInto("register_build")
      .values({
        practice_id: practiceId,
        as_of: span.to,
        data_from: span.from,
        table_id: table,
        engine,
        quarters: quarters.map(formatDay),
      })
      .returning(["id", "built_at"])
      .executeTakeFirstOrThrow();
    return { practiceId, id, terms: { asOf, dataFrom, table, quarters }, startedAt: built_at };
  };

  /** Readings that were written or undone while the build was under way. */
  const readSince = async (trx: Work, startedAt: string): Promise<readonly number[]> => {
    const keys = await trx
      .selectFrom("reading_by_hand")
      .select("reading_key")
      .where((or) => or.or([or("at", ">=", startedAt), or("undone_at", ">=", startedAt)]))
      .execute();
    return keys.length === 0
      ? []
      : peopleOfReading(
          trx,
          keys.map(({ reading_key }) => reading_key),
        );
  };

  const swap = async (trx: Work, build: Build & { startedAt: string }): Promise<void> => {
    await takeTurn(trx, practiceId);
    await buildLines(trx, build, readItem, await readSince(trx, build.startedAt));
    await trx.updateTable("register_build").set({ current: false }).where("current", "=", true).execute();
    await trx
      .updateTable("register_build")
      .set({ current: true, built_at: new Date().toISOString() })
      .where("id", "=", build.id)
      .execute();
    await trx.deleteFrom("register_build").where("id", "!=", build.id).execute();
  };

  const rebuild: RegisterBuilder["rebuild"] = async (onProgress = () => {}) => {
    await readItemsAnew(db, practiceId, readItem);
    const build = await inPractice(db, practiceId, begin);
    if (build === null) return onSwap();
    const of = await inPractice(db, practiceId, countPeople);
    for (let after = 0, done = 0; ;) {
      const ids = await inPractice(db, practiceId, async (trx) => {
        const page = await nextPeople(trx, after, PEOPLE_AT_A_TIME);
        await buildLines(trx, build, readItem, page);
        return page;
      });
      onProgress((done += ids.length), of);
      if (ids.length < PEOPLE_AT_A_TIME) break;
      after = ids.at(-1)!;
    }
    await inPractice(db, practiceId, (trx) => swap(trx, build));
    onSwap();
  };

  const currentBuild = async (trx: Work): Promise<Build | null> => {
    const found = await trx.selectFrom("register_build").where("current", "=", true).selectAll().executeTakeFirst();
    if (found === undefined) return null;
    const terms: BuildTerms = {
      asOf: parseDay(found.as_of)!,
      dataFrom: parseDay(found.data_from)!,
      table: found.table_id as FactorTableId,
      quarters: found.quarters.map((day) => parseDay(day)!),
    };
    return { practiceId, id: found.id, terms };
  };

  return {
    rebuild: (onProgress) => {
      underWay++;
      const mine = turn.then(() => rebuild(onProgress)).finally(() => underWay--);
      turn = mine.catch(() => {});
      return mine;
    },
    follow: async (trx, readingKey, personId = null) => {
      await takeTurn(trx, practiceId);
      const ids = personId === null ? await peopleOfReading(trx, [readingKey]) : [personId];
      const build = await currentBuild(trx);
      if (build !== null) await buildLines(trx, build, readItem, ids);
      return ids.length;
    },
    building: () => underWay > 0,
    isOfThisEngine: () =>
      inPractice(db, practiceId, async (trx) => {
        const build = await trx
          .selectFrom("register_build")
          .where("current", "=", true)
          .select("engine")
          .executeTakeFirst();
        return build === undefined || build.engine === engine;
      }),
  };
};
