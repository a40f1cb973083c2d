#!/usr/bin/env node
import process from "node:process";
import { WrongCall, NothingRead, type Command, type ExitCode } from "./calling/command.ts";
import { plainText } from "./terminal/plain-text.ts";
import { isClosedPipe, listenForClosedPipe } from "./terminal/output.ts";

interface Listed {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

/** A command is loaded only when it is called, so that each answers at once. */
const COMMANDS: readonly Listed[] = [
  {
    name: "register",
    summary: "who is taking opioids, how much, since when, with what else",
    load: async () => (await import("./commands/register.ts")).register,
  },
  {
    name: "timeline",
    summary: "one person's dose over time",
    load: async () => (await import("./commands/timeline.ts")).timeline,
  },
  {
    name: "explain",
    summary: "one person's dose on one day, with its working",
    load: async () => (await import("./commands/explain.ts")).explain,
  },
  {
    name: "directions",
    summary: "dose instructions as text, one a line, to amounts a day",
    load: async () => (await import("./commands/directions.ts")).directions,
  },
  {
    name: "ome",
    summary: "a product and its directions to oral morphine equivalent",
    load: async () => (await import("./commands/ome.ts")).ome,
  },
  {
    name: "tables",
    summary: "the factor tables, each row with its source",
    load: async () => (await import("./commands/tables.ts")).tables,
  },
  {
    name: "twin",
    summary: "make a synthetic practice to try things on",
    load: async () => (await import("./commands/twin.ts")).twin,
  },
  {
    name: "backup",
    summary: "all records of the running service, into one file",
    load: async () => (await import("./commands/backup.ts")).backup,
  },
  {
    name: "restore",
    summary: "bring a backup into a service that has no records yet",
    load: async () => (await import("./commands/restore.ts")).restore,
  },
  {
    name: "audit",
    summary: "whether the log of the running service is whole",
    load: async () => (await import("./commands/audit.ts")).audit,
  },
];

const findCommand = async (name: string): Promise<Command> => {
  const listed = COMMANDS.find((one) => one.name === name);
  if (listed !== undefined) return listed.load();
  const { nearest } = await import("./calling/suggest.ts");
  const meant = nearest(name, [...COMMANDS.map((one) => one.name), "help"]);
  const known = COMMANDS.map((one) => one.name).join(", ");
  throw new WrongCall(
    name.startsWith("-") ? `concord has no option ${name}.` : `concord has no command "${name}".`,
    meant === null ? `Commands: ${known}. See "concord --help".` : `Did you mean "concord ${meant}"?`,
  );
};

const version = async (): Promise<string> => {
  const about = await import("../package.json", { with: { type: "json" } });
  return about.default.version;
};

const answer = async (words: readonly string[]): Promise<ExitCode> => {
  const [first, ...rest] = words;
  if (first === undefined || first === "--help" || first === "-h" || (first === "help" && rest.length === 0)) {
    const { sayAllHelp } = await import("./calling/say-help.ts");
    (first === undefined ? process.stderr : process.stdout).write(sayAllHelp(COMMANDS));
    return first === undefined ? 2 : 0;
  }
  if (first === "--version" || first === "-V") {
    process.stdout.write(`concord ${await version()}\n`);
    return 0;
  }
  const command = await findCommand(first === "help" ? rest[0]! : first);
  const { readCall } = await import("./calling/read-call.ts");
  const call = first === "help" ? "help" : readCall(rest, command);
  if (call === "help") {
    const { sayHelp } = await import("./calling/say-help.ts");
    process.stdout.write(sayHelp(command));
    return 0;
  }
  return command.run(call);
};

/** What went wrong as a person would say it, and the exit code that stands for it. */
const sayFailure = (error: unknown): ExitCode => {
  if (isClosedPipe(error)) return 0;
  if (error instanceof WrongCall) {
    process.stderr.write(plainText(`concord: ${error.message}\n${error.advice === null ? "" : `${error.advice}\n`}`));
    return 2;
  }
  if (error instanceof NothingRead) {
    process.stderr.write(plainText(`concord: ${error.message}\n`));
    return 3;
  }
  throw error;
};

listenForClosedPipe();
try {
  process.exitCode = await answer(process.argv.slice(2));
} catch (error) {
  process.exitCode = sayFailure(error);
}
