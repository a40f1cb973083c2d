import { existsSync, readdirSync, statSync } from "node:fs";
import process from "node:process";
import { writeTwin, type TwinFormat } from "@concord/twin";
import { WrongCall, type Call, type Command } from "../calling/command.ts";
import { progress } from "../terminal/progress.ts";
import { sayCount } from "../words/say-dose.ts";

const wholeNumber = (call: Call, name: string, least: number): number | null => {
  const text = call.text(name);
  if (text === null) return null;
  if (!/^\d{1,9}$/.test(text) || Number(text) < least)
    throw new WrongCall(`--${name} ${text} is no whole number from ${least}.`);
  return Number(text);
};

const FORMATS: readonly TwinFormat[] = ["csv", "fhir", "truth"];

const formatsOf = (call: Call): readonly TwinFormat[] | null => {
  const given = call.text("formats");
  if (given === null) return null;
  return given.split(",").map((word) => {
    const format = FORMATS.find((one) => one === word.trim());
    if (format === undefined) throw new WrongCall(`There is no format "${word}".`, `Formats: ${FORMATS.join(", ")}.`);
    return format;
  });
};

const folderOf = (call: Call): string => {
  const out = call.text("out");
  if (out === null) throw new WrongCall(`"concord twin" needs a folder to write into.`, "Add --out DIR.");
  if (existsSync(out) && !statSync(out).isDirectory())
    throw new WrongCall(
      `${out} is a file, and a twin is a folder of files.`,
      "Name an empty folder, or one to be made.",
    );
  const others = existsSync(out) ? readdirSync(out).filter((name) => !OWN.has(name)) : [];
  if (others.length > 0)
    throw new WrongCall(
      `${out} holds other files (${others[0]}).`,
      "Name an empty folder, or one that a twin was written to.",
    );
  return out;
};

const OWN = new Set(["practice.csv", "fhir", "truth.json", "README.txt"]);

const isFileFault = (error: unknown): error is Error => error instanceof Error && "code" in error && "syscall" in error;

export const twin: Command = {
  name: "twin",
  summary: "Makes a synthetic practice: records as CSV and FHIR R4, and the truth that was planted in them.",
  usage: "--people N --seed N --out DIR [--years N] [--end DATE] [--formats LIST]",
  about: ["Nobody in it is real. The same people, seed, years and end give the same files, byte for byte."],
  options: {
    people: { type: "string", value: "N", says: "how many people are registered; 10000 if not given" },
    seed: { type: "string", value: "N", says: "which practice; 1 if not given" },
    out: { type: "string", value: "DIR", says: "the folder to write into; made where it is missing" },
    years: { type: "string", value: "N", says: "years of records; 8 if not given" },
    end: { type: "string", value: "DATE", says: "the day of the extract, as 2026-11-20" },
    formats: { type: "string", value: "LIST", says: "of csv,fhir,truth; all three if not given" },
  },
  takes: { least: 0, most: 0, called: "" },
  examples: [
    { says: "A practice of 10,000", call: "concord twin --people 10000 --seed 1 --out practice" },
    { says: "A small one, as CSV only", call: "concord twin --people 300 --seed 7 --formats csv --out small" },
  ],
  run: async (call) => {
    const out = folderOf(call);
    const bar = progress();
    const [years, end, formats] = [wholeNumber(call, "years", 3), call.text("end"), formatsOf(call)];
    try {
      const written = await writeTwin({
        people: wholeNumber(call, "people", 1) ?? 10_000,
        seed: wholeNumber(call, "seed", 0) ?? 1,
        out,
        onProgress: ({ people, of, rows }) => bar.at(people / of, `making ${sayCount(rows)} rows`),
        ...(years === null ? {} : { years }),
        ...(end === null ? {} : { end }),
        ...(formats === null ? {} : { formats }),
      });
      bar.done();
      process.stderr.write(
        `A synthetic practice of ${sayCount(written.people)} people, ${sayCount(written.rows)} rows, is in ${out}: ${written.files.join(", ")}\n`,
      );
      return 0;
    } catch (error) {
      bar.done();
      if (error instanceof RangeError) throw new WrongCall(`${error.message}.`);
      if (isFileFault(error)) throw new WrongCall(`${out} cannot be written: ${error.message}.`);
      throw error;
    }
  },
};
