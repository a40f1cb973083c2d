import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeTwin } from "@concord/twin";
import { workFolder } from "./measure.ts";

export interface Practice {
  /** The practice extract. */
  readonly file: string;
  readonly people: number;
  readonly rows: number;
}

/** The twin's practice extract of so many people with eight years of records; made once, kept in out/bench. */
export const practiceOf = async (people: number): Promise<Practice> => {
  const folder = join(workFolder, `practice-${people}`);
  const file = join(folder, "practice.csv");
  const note = join(folder, "made.json");
  if (existsSync(note)) return { ...(JSON.parse(readFileSync(note, "utf8")) as Practice), file };
  const made = `${folder}.part`;
  rmSync(made, { recursive: true, force: true });
  const { rows } = await writeTwin({ people, seed: 1, out: made, formats: ["csv"] });
  writeFileSync(join(made, "made.json"), JSON.stringify({ people, rows }));
  renameSync(made, folder);
  return { file, people, rows };
};

const SAMPLE = 2000;

/** An extract of about so many rows: as many people as have them. */
export const extractOf = async (rows: number): Promise<Practice> => {
  const sample = await practiceOf(SAMPLE);
  return practiceOf(Math.ceil((rows * SAMPLE) / sample.rows));
};
