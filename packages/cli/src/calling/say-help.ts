import type { Command } from "./command.ts";

const pad = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - text.length));

const rows = (pairs: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(...pairs.map(([left]) => left.length)) + 2;
  return pairs.map(([left, right]) => `  ${pad(left, width)}${right}`);
};

/** The page that `concord COMMAND --help` prints. */
export const sayHelp = (command: Command): string => {
  const options: [string, string][] = Object.entries(command.options).map(([name, option]) => [
    `--${name}${option.value === undefined ? "" : ` ${option.value}`}`,
    option.says,
  ]);
  options.push(["-h, --help", "show this page"]);
  return [
    `${command.summary}`,
    "",
    `Usage: concord ${command.name}${command.usage === "" ? "" : ` ${command.usage}`}`,
    "",
    ...command.about.flatMap((paragraph) => [paragraph, ""]),
    "Options:",
    ...rows(options),
    "",
    "Examples:",
    ...command.examples.flatMap(({ says, call }) => [`  # ${says}`, `  ${call}`, ""]),
    "",
  ]
    .join("\n")
    .replace(/\n+$/, "\n");
};

/** The page that `concord --help` prints. */
export const sayAllHelp = (commands: readonly { readonly name: string; readonly summary: string }[]): string =>
  [
    "Concord reads prescribing records and shows who is taking opioids, how much a day in oral morphine",
    "equivalents, since when and with what else. Each number opens to its working.",
    "",
    "Usage: concord COMMAND [...]",
    "",
    "Commands:",
    ...rows(commands.map(({ name, summary }) => [name, summary] as const)),
    "",
    "Options:",
    ...rows([
      ["-h, --help", "show this page; after a command, the page of that command"],
      ["--version", "show the version"],
    ]),
    "",
    "Examples:",
    "  # Who is taking opioids, as a page to open in a browser",
    "  concord register records/ --html register.html",
    "",
    "  # One dose with its working",
    `  echo '{"product":"MST Continus 30mg tablets","directions":"1 bd"}' | concord ome`,
    "",
    "Exit codes: 0 done; 1 done, with refused rows, when --strict; 2 the call is wrong; 3 nothing could be read.",
    "",
    "Decision support for clinicians. It shows what the records say; it never prescribes and never scores a person.",
    "",
  ].join("\n");
