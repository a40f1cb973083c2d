import type { Work } from "../schema.ts";

export interface PracticeLabel {
  readonly name: string;
  readonly synthetic: boolean;
}

/** What everything that leaves the practice is marked with. */
export const practiceLabel = (trx: Work, practiceId: string): Promise<PracticeLabel> =>
  trx.selectFrom("practice").where("id", "=", practiceId).select(["name", "synthetic"]).executeTakeFirstOrThrow();
