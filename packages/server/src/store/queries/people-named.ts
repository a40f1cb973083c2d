import type { Work } from "../schema.ts";

export interface PersonNamed {
  readonly id: number;
  readonly person: string;
  readonly key: string;
}

/** Those of these people whom whoever asks may see, by number. */
export const peopleNamed = async (trx: Work, ids: readonly number[]): Promise<ReadonlyMap<number, PersonNamed>> => {
  if (ids.length === 0) return new Map();
  const found = await trx
    .selectFrom("person")
    .where("id", "in", [...new Set(ids)])
    .select(["id", "reference as person", "key"])
    .execute();
  return new Map(found.map((one) => [one.id, one]));
};
