import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Account } from "@concord/exchange";
import { sayDate } from "../words/say-dose.ts";
import { clientScript } from "./client-script.ts";
import { markup, type Markup } from "./markup.ts";
import type { PageData } from "./page-data.ts";
import { registerPage } from "./register-page.ts";

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** JSON as it may stand inside a script element: no "<" that could end it, no line end that a script reads as one. */
const embeddedJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");

const asWritten = (markup: string): Markup => ({ markup });

const bar = (page: PageData): Markup =>
  markup`<a class="skip" href="#main">Skip to the register</a><header class="bar"><div><a href="#" id="home"><b>Concord</b></a>${page.synthetic && markup`<span class="tag">Synthetic practice: nobody here is real</span>`}<span class="records">Records to ${sayDate(page.on)}</span></div></header>`;

const foot = (page: PageData, version: string): Markup =>
  markup`<footer><p>${
    page.synthetic
      ? "Every person on this page is made up."
      : "This page holds personal health data. Keep it as you keep the record that it was made from, and delete it when it is no longer needed."
  }</p><p>Decision support for clinicians: it shows what the records say, and never prescribes. Not reviewed by a clinical safety officer. Oral morphine equivalents by ${page.table.name}, ${page.table.edition}. Concord ${version}.</p></footer>`;

/**
 * The register and everyone on it as one file that asks nothing of any network: style, script and data stand in it,
 * and its policy lets nothing else in. Without a script the register can still be read.
 */
export const writePage = (page: PageData, account: Account, version: string): string => {
  const style = readFileSync(new URL("./style.css", import.meta.url), "utf8");
  const script = clientScript(new URL("./client/page.ts", import.meta.url));
  const policy = `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; img-src data:; base-uri 'none'; form-action 'none'`;
  const title = `People taking opioids${page.synthetic ? " (synthetic)" : ""} – Concord`;
  const head = markup`<meta charset="utf-8" /><meta http-equiv="Content-Security-Policy" content="${policy}" /><meta name="viewport" content="width=device-width, initial-scale=1" /><meta name="referrer" content="no-referrer" /><meta name="robots" content="noindex" /><title>${title}</title><link rel="icon" href="data:," /><style>${asWritten(style)}</style>`;
  const body = markup`${bar(page)}<main id="main"><noscript><p class="card">Without JavaScript this page shows the register. For one person use the command <code>concord explain</code>.</p></noscript><div id="register">${registerPage(page, account)}</div><div id="person" hidden></div></main>${foot(page, version)}<script type="application/json" id="data">${asWritten(embeddedJson(page))}</script><script>${asWritten(script)}</script>`;
  return `<!doctype html>\n<html lang="en-GB"><head>${head.markup}</head><body>${body.markup}</body></html>\n`;
};
