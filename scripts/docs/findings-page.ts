import { FINDING_RULES } from "@concord/core";
import { sayValue, table } from "./markdown.ts";
import type { Page } from "./page.ts";

type FindingSource = (typeof FINDING_RULES)[number]["source"];

const saySource = (source: FindingSource): string =>
  source.kind === "none" ? `Nothing published. ${source.why}` : `[${source.key}](${source.url}): ${source.citation}`;

/** Every rule of the findings with its defaults and what it rests on. */
export const findingsPage = (): Page => ({
  path: "docs/spec/findings.md",
  text: [
    "# Specification: findings",
    "Rendered from the rules in `packages/core/src/findings` by `npm run docs`. Each threshold is a setting; these are the defaults. A finding is a fact with its rows: no score, no rank, no label.",
    table(
      FINDING_RULES.map(({ code, title, defaults, source, alsoSee = [] }) => ({
        code: `\`${code}\``,
        title,
        defaults: sayValue(defaults),
        restsOn: [source, ...alsoSee].map(saySource).join(" — "),
      })),
    ),
    "",
  ].join("\n\n"),
});
