import { parseArgs, type ParseArgsOptionDescriptor } from "node:util";
import { WrongCall, type Call, type Command } from "./command.ts";
import { nearest } from "./suggest.ts";

const HELP: ParseArgsOptionDescriptor = { type: "boolean", short: "h" };

const unknownOption = (raw: string, command: Command): WrongCall => {
  const name = raw.replace(/^-+/, "");
  const meant = nearest(name, [...Object.keys(command.options), "help"]);
  return new WrongCall(
    `"concord ${command.name}" has no option ${raw}.`,
    meant === null ? `See "concord ${command.name} --help".` : `Did you mean --${meant}?`,
  );
};

/** What Node says about a call in its own words, said in ours. */
const asWrongCall = (error: unknown, command: Command): unknown => {
  if (!(error instanceof TypeError) || !("code" in error)) return error;
  const quoted = /'(-[^' ]*)/.exec(error.message)?.[1] ?? "";
  const seeHelp = `See "concord ${command.name} --help".`;
  if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return unknownOption(quoted, command);
  if (error.code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") {
    const name = /--([a-z-]+)/.exec(error.message)?.[1] ?? "";
    const option = command.options[name];
    return option?.value === undefined
      ? new WrongCall(`--${name} takes no value.`, seeHelp)
      : new WrongCall(`--${name} needs a value: --${name} ${option.value}.`, seeHelp);
  }
  return error;
};

const requireArguments = (given: readonly string[], command: Command): void => {
  const { least, most, called } = command.takes;
  const seeHelp = `See "concord ${command.name} --help".`;
  if (given.length < least)
    throw new WrongCall(
      `"concord ${command.name}" needs ${called}.`,
      `Usage: concord ${command.name} ${command.usage}`,
    );
  if (given.length > most) {
    const instead = command.usage.includes("<") ? `: it reads ${called}` : "";
    throw new WrongCall(`"concord ${command.name}" does not take "${given[most]}"${instead}.`, seeHelp);
  }
};

/** The words after the command, read against what it takes; "help" where the call asks for help. */
export const readCall = (words: readonly string[], command: Command): Call | "help" => {
  let parsed;
  try {
    const options: Record<string, ParseArgsOptionDescriptor> = { help: HELP };
    for (const [name, { type, short }] of Object.entries(command.options))
      options[name] = short === undefined ? { type } : { type, short };
    parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    // Asked for help in a call that is wrong elsewhere: help is the answer.
    if (words.includes("--help") || words.includes("-h")) return "help";
    throw asWrongCall(error, command);
  }
  const { values, positionals, tokens } = parsed;
  if (values["help"] === true) return "help";
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (seen.has(token.name)) throw new WrongCall(`--${token.name} is given twice.`);
    seen.add(token.name);
  }
  requireArguments(positionals, command);
  return {
    given: positionals,
    text: (name) => {
      const value = values[name];
      return typeof value === "string" ? value : null;
    },
    flag: (name) => values[name] === true,
  };
};
