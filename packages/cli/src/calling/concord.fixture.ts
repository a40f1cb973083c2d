import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

export interface Answered {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Standard output as JSON lines. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into whatever is there
  readonly json: readonly any[];
}

/** Calls the real command as another program would. */
export const concord = (words: readonly string[], input = ""): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...words], { stdio: ["pipe", "pipe", "pipe"] });
    let [out, err] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    child.stdin.on("error", () => {});
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({
        code,
        out,
        err,
        get json() {
          return out
            .split("\n")
            .filter((line) => line !== "")
            .map((line) => JSON.parse(line));
        },
      }),
    );
    child.stdin.end(input);
  });

/** A folder for one test file, with a way to write into it and to take it away. */
export const folder = () => {
  const path = mkdtempSync(join(tmpdir(), "concord-cli-"));
  return {
    path,
    write: (name: string, text: string | Uint8Array): string => {
      writeFileSync(join(path, name), text);
      return join(path, name);
    },
    remove: (): void => rmSync(path, { recursive: true, force: true }),
  };
};

const HEADER =
  "person,birth_year,sex,registered_date,issue_date,product_code,product_name,quantity,quantity_unit,directions,kind,prescriber,status";

/** A practice extract of a few people: what matters to a dose on 20 Nov 2026. */
export const EXTRACT = `${[
  HEADER,
  "P1,1962,female,2010-01-01,2026-09-25,,MST Continus 30mg tablets,56,tablet,ONE TWICE A DAY,repeat,Dr A,issued",
  "P1,1962,female,2010-01-01,2026-10-23,,MST Continus 30mg tablets,56,tablet,ONE TWICE A DAY,repeat,Dr A,issued",
  "P1,1962,female,2010-01-01,2026-11-20,,MST Continus 30mg tablets,56,tablet,ONE TWICE A DAY,repeat,Dr A,issued",
  "P1,1962,female,2010-01-01,2026-11-20,,Codeine 30mg tablets,100,tablet,1-2 up to four times a day when required,acute,Dr A,issued",
  "P2,1970,male,2012-05-01,2026-11-10,,Oxycodone 20mg modified-release tablets,56,tablet,mdu,repeat,Dr B,issued",
  "P3,1980,male,2012-05-01,2019-03-01,,Tramadol 50mg capsules,100,capsule,two four times a day,acute,Dr B,issued",
  "P4,1990,female,2015-02-01,2026-11-01,,Paracetamol 500mg tablets,100,tablet,two four times a day,repeat,Dr B,issued",
  "P1,1962,female,2010-01-01,2026-11-12,,MST Continus 30mg tablets,56,tablet,ONE TWICE A DAY,repeat,Dr A,cancelled",
  "P3,1980,male,2012-05-01,31/02/2026,,Tramadol 50mg capsules,100,capsule,two four times a day,acute,Dr B,issued",
].join("\n")}\n`;
