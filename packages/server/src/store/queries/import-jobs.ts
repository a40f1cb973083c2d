import { sql, type RawBuilder } from "kysely";
import type { ImportContents, ImportError, ImportState, Work } from "../schema.ts";

export interface ImportFound {
  readonly id: number;
  readonly file: string;
  readonly bytes: number;
  readonly bytesRead: number;
  readonly sha256: string;
  readonly state: ImportState;
  readonly rowsRead: number;
  readonly used: number;
  readonly setAside: number;
  readonly refused: number;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly format: string | null;
  readonly contents: ImportContents | null;
  readonly error: ImportError | null;
  readonly replaces: number | null;
  readonly replacedBy: number | null;
  /** Rows not used, by reason; the most frequent first. */
  readonly reasons: readonly {
    readonly outcome: "set-aside" | "refused";
    readonly code: string;
    readonly count: number;
  }[];
}

export const selectImports = (condition: RawBuilder<unknown>) => sql<ImportFound>`
  select id, file_name as file, bytes, bytes_read as "bytesRead", sha256, state, rows_read as "rowsRead", used,
    set_aside as "setAside", refused, started_at as "startedAt", finished_at as "finishedAt", format, contents, error, replaces,
    replaced_by as "replacedBy",
    (select coalesce(jsonb_agg(jsonb_build_object('outcome', outcome, 'code', reason, 'count', count)
        order by count desc, reason collate "C"), '[]')
      from (select outcome, reason, count(*) as count from row_not_used
        where row_not_used.import_id = import.id group by outcome, reason) each) as reasons
  from import where ${condition}
  order by id desc`;

/** Every file that came in, the latest first. */
export const importJobs = async (trx: Work): Promise<readonly ImportFound[]> =>
  (await selectImports(sql`true`).execute(trx)).rows;
