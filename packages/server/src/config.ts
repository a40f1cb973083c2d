import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readListening, type Listening } from "./listening/read-listening.ts";

/** How the service was asked to start. */
export interface Config extends Listening {
  readonly port: number | null;
  readonly dataFolder: string;
  /** A PostgreSQL of one's own; null for the embedded one. */
  readonly databaseUrl: string | null;
  /** Without the synthetic practice. */
  readonly empty: boolean;
  /** Of the synthetic practice. */
  readonly people: number;
  readonly seed: number;
}

export type Call =
  | { readonly kind: "start"; readonly config: Config }
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly says: string; readonly todo: string };

export const USUAL_PORT = 4100;

/** Plain text, so that npm start can show it before anything is installed. */
export const HELP = readFileSync(join(import.meta.dirname, "help.txt"), "utf8");

const SEE_HELP = 'See "npm start -- --help".';
const wrong = (says: string, todo = SEE_HELP): Call => ({ kind: "wrong", says, todo });

const wholeNumber = (text: string | undefined, least: number, most: number): number | null | undefined => {
  if (text === undefined) return undefined;
  const value = Number(text);
  return /^\d{1,9}$/.test(text) && value >= least && value <= most ? value : null;
};

const OPTIONS = {
  port: { type: "string" },
  host: { type: "string" },
  "tls-cert": { type: "string" },
  "tls-key": { type: "string" },
  "public-url": { type: "string" },
  "behind-proxy": { type: "boolean" },
  proxy: { type: "string" },
  data: { type: "string" },
  empty: { type: "boolean" },
  people: { type: "string" },
  seed: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

const parsed = (words: readonly string[]) => {
  try {
    return parseArgs({ args: [...words], options: OPTIONS }).values;
  } catch (error) {
    return (error as Error).message.split(". ")[0]!;
  }
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the words of the call and the environment; everything that is not understood is refused. */
export const readCall = (words: readonly string[], environment: Environment, usualData: string): Call => {
  const values = parsed(words);
  if (typeof values === "string") return wrong(`${values}.`);
  if (values.help === true) return { kind: "help" };
  const listening = readListening(values);
  if ("says" in listening) return wrong(listening.says, listening.todo);
  const port = wholeNumber(values.port, 0, 65_535);
  if (port === null) return wrong(`--port ${values.port} is no port.`);
  const people = wholeNumber(values.people, 1, 1_000_000);
  if (people === null) return wrong(`--people ${values.people} is no whole number from 1 to 1000000.`);
  const seed = wholeNumber(values.seed, 0, 999_999_999);
  if (seed === null) return wrong(`--seed ${values.seed} is no whole number.`);
  const url = environment["DATABASE_URL"] ?? "";
  if (url !== "" && !(URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)))
    return wrong(
      "DATABASE_URL is no address of a PostgreSQL.",
      "Write it as postgres://user:password@host:5432/database.",
    );
  const data = values.data ?? environment["CONCORD_DATA"] ?? "";
  return {
    kind: "start",
    config: {
      ...listening,
      port: port ?? null,
      dataFolder: resolve(data === "" ? usualData : data),
      databaseUrl: url === "" ? null : url,
      empty: values.empty === true,
      people: people ?? 10_000,
      seed: seed ?? 1,
    },
  };
};
