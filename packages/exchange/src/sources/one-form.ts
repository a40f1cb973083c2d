import type { FileNotRead } from "../account/types.ts";
import type { FoundFile } from "./find-files.ts";
import type { Recognised } from "./recognise.ts";

export type Known = Extract<Recognised, { kind: "table" } | { kind: "fhir" }>;

export interface Source {
  readonly file: FoundFile;
  readonly what: Known;
}

/** In which form records are written, the richest for a practice first. */
const FORMS = ["a practice extract", "FHIR", "OMOP"] as const;
type Form = (typeof FORMS)[number];

const formOf = ({ what }: Source): Form => {
  if (what.kind === "fhir") return "FHIR";
  return what.table.kind === "practice-extract" ? "a practice extract" : "OMOP";
};

/**
 * One folder, one form: what a folder holds in two forms is most likely the same records exported twice, and reading
 * both would double every dose. The first form is read; the files of the others are listed as not read, with what to do.
 * A file that is named itself is always read.
 */
export const oneFormPerFolder = (sources: readonly Source[]): { read: Source[]; notRead: FileNotRead[] } => {
  const first = new Map<string, Form>();
  for (const form of FORMS)
    for (const source of sources)
      if (!source.file.named && formOf(source) === form && !first.has(source.file.within))
        first.set(source.file.within, form);
  const read: Source[] = [];
  const notRead: FileNotRead[] = [];
  for (const source of sources) {
    const chosen = first.get(source.file.within);
    if (source.file.named || formOf(source) === chosen) read.push(source);
    else
      notRead.push({
        file: source.file.path,
        why: `the same folder holds ${chosen}, and the same records in two forms would count twice; name this file to read it`,
      });
  }
  return { read, notRead };
};
