import { registerCsv } from "../register/register-csv.ts";
import { currentBuild } from "../store/queries/current-build.ts";
import { exportedRows } from "../store/queries/exported-rows.ts";
import { practiceLabel } from "../store/queries/practice-label.ts";
import { registerRows } from "../store/queries/register-rows.ts";
import type { Work } from "../store/schema.ts";
import { EXPORTED, readMe } from "./read-me.ts";
import type { ZipFile } from "./zip-stream.ts";

/** Everything that is kept of a practice, as files in open formats. */
export async function* wholeExport(trx: Work, practiceId: string, at: string): AsyncGenerator<ZipFile> {
  const { name, synthetic } = await practiceLabel(trx, practiceId);
  yield { name: "README.md", content: [readMe(name, synthetic, at)] };
  for (const [table] of EXPORTED) yield { name: `${table}.ndjson`, content: exportedRows(trx, practiceId, table) };
  const build = await currentBuild(trx);
  if (build === null) return;
  const about = { asOf: build.asOf, table: build.tableId, synthetic };
  yield { name: "register.csv", content: registerCsv(await registerRows(trx, build.id, {}), about) };
}
