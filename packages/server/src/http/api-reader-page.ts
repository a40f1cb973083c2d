import { PROBLEMS } from "./problems.ts";

/** What the reader shows of an OpenAPI description; the rest is in the JSON. */
interface Described {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses?: Readonly<Record<string, Answer>>;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}
interface Answer {
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}
type Schema = Readonly<Record<string, unknown>>;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const text = (value: unknown): string =>
  (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).replace(/[&<>"']/g, (it) => ESCAPES[it]!);

const kindOf = (schema: Schema = {}): string => {
  if (Array.isArray(schema["enum"])) return schema["enum"].map(String).join(" | ");
  const choices = schema["anyOf"] ?? schema["oneOf"];
  if (Array.isArray(choices)) return [...new Set(choices.map((it) => kindOf(it as Schema)))].join(" or ");
  const { type, format } = schema as { readonly type?: string; readonly format?: string };
  return [type ?? "any", format].filter((part) => part !== undefined).join(", ");
};

const parameter = ({ name, in: where, required, description, schema }: Parameter): string => `
  <tr><th scope="row"><code>${text(name)}</code></th><td>${text(where)}${required === true ? ", needed" : ""}</td>
  <td>${text(kindOf(schema))}</td><td>${text(description ?? schema?.["description"] ?? "")}</td></tr>`;

const parameters = (list: readonly Parameter[] = []): string =>
  list.length === 0
    ? ""
    : `<div class="scroll" tabindex="0" role="region" aria-label="What it takes"><table><caption>What it takes</caption>
  <thead><tr><th scope="col">Name</th><th scope="col">Where</th><th scope="col">Kind</th><th scope="col">Meaning</th></tr></thead>
  <tbody>${list.map(parameter).join("")}</tbody></table></div>`;

const schemaText = (content: Answer["content"] = {}): string =>
  Object.entries(content)
    .map(
      ([type, { schema }]) => `<p><code>${text(type)}</code></p>
  <details><summary>Its schema</summary><pre tabindex="0">${text(JSON.stringify(schema, null, 2))}</pre></details>`,
    )
    .join("");

const operation = (path: string, method: string, it: Operation): string => `
  <article><h3 id="${text(`${method}-${path.replaceAll(/[^a-z0-9]+/gi, "-")}`)}"><span class="method">${text(method.toUpperCase())}</span> <code>${text(path)}</code></h3>
  <p>${text(it.summary ?? "")}</p>${parameters(it.parameters)}
  ${it.requestBody === undefined ? "" : `<h4>Body</h4>${schemaText(it.requestBody.content)}`}
  ${Object.entries(it.responses ?? {})
    .filter(([status]) => /^[23]\d\d$/.test(status))
    .map(([status, answer]) => `<h4>Answer ${text(status)}</h4>${schemaText(answer.content)}`)
    .join("")}</article>`;

const section = (paths: Described["paths"] = {}, name: string, description = ""): string => {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, it]) => it.tags?.includes(name))
      .map(([method, it]) => operation(path, method, it)),
  );
  return `<section aria-labelledby="${text(name.replaceAll(" ", "-"))}"><h2 id="${text(name.replaceAll(" ", "-"))}">${text(name)}</h2><p>${text(description)}</p>${operations.join("")}</section>`;
};

const problemRows = (): string =>
  Object.entries(PROBLEMS)
    .map(
      ([code, { status, title }]) =>
        `<tr id="problem-${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td>${text(title)}</td></tr>`,
    )
    .join("");

/** The description of every address for people to read: one page, no script, nothing from elsewhere. */
export const apiReaderPage = (description: unknown): string => {
  const { info, tags = [], paths } = description as Described;
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(info.title)}: addresses of the service</title><link rel="stylesheet" href="/api/docs.css"></head>
<body><a class="skip" href="#main">Skip to the addresses</a>
<header><h1>${text(info.title)} ${text(info.version)}: addresses of the service</h1><p>${text(info.description ?? "")}</p>
<p>The same as OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a>. To the <a href="/">pages</a>.</p></header>
<nav aria-label="Parts"><ul>${tags.map(({ name }) => `<li><a href="#${text(name.replaceAll(" ", "-"))}">${text(name)}</a></li>`).join("")}
<li><a href="#problems">problems</a></li></ul></nav>
<main id="main">${tags.map(({ name, description: about }) => section(paths, name, about)).join("")}
<section aria-labelledby="problems"><h2 id="problems">problems</h2>
<p>Whatever goes wrong is told as problem details (RFC 9457) with one of these codes. They do not change.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Codes"><table><caption>Codes</caption><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead>
<tbody>${problemRows()}</tbody></table></div></section></main></body></html>`;
};

export const API_READER_STYLE = `:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:72rem;margin:0 auto;padding:0 1rem 4rem}
h1{font-size:1.5rem}h2{margin-top:2.5rem;border-bottom:2px solid;text-transform:capitalize}h3{margin-top:2rem}
code,pre{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere}
pre{max-height:24rem;overflow:auto;border:1px solid;padding:.5rem}
nav ul{display:flex;flex-wrap:wrap;gap:.5rem 1rem;padding:0;list-style:none}nav a{text-transform:capitalize}
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:600}
th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid}
.scroll{overflow-x:auto}.method{font-weight:700}
:focus-visible{outline:3px solid;outline-offset:2px}
:target{outline:3px solid}
.skip{position:absolute;left:-999rem}.skip:focus{position:static}
`;
