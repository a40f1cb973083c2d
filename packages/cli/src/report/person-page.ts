import { nameFinding, titleFinding } from "../words/name-findings.ts";
import { sayAverageMg, sayBand, sayDate, sayDuration, sayMg, THIN } from "../words/say-dose.ts";
import { marksShown } from "./dose-chart.ts";
import { markup, type Markup } from "./markup.ts";
import type { FindingData, PageData, PersonData, SegmentData } from "./page-data.ts";

const bigNumber = (number: string, unit: string, says: string): Markup =>
  markup`<div class="figure"><dt>${says}</dt><dd><b>${number}</b>${unit !== "" && markup` <span>${unit}</span>`}</dd></div>`;

const doseFigures = (person: PersonData, on: number): Markup => {
  const { dose, since } = person;
  const numeric = dose.max > 0;
  return markup`<dl class="figures">${[
    bigNumber(sayBand(dose), numeric ? `mg/day` : "", "As directed, least to most"),
    bigNumber(
      dose.supplied === null ? "not known" : sayAverageMg(dose.supplied),
      dose.supplied === null ? "" : "mg/day",
      "As supplied, last 90 days",
    ),
    since !== null && bigNumber(sayDuration(since, on), "", `Taking opioids since ${sayDate(since)}`),
  ]}</dl>`;
};

const working = (person: PersonData): Markup =>
  person.working.length === 0
    ? markup`<p class="quiet">No opioid is current on this day, so there is nothing to add up.</p>`
    : markup`<ol class="working">${person.working.map(
        ({ says, source }) =>
          markup`<li>${says}${source !== "" && markup` <span class="source">${source}</span>`}</li>`,
      )}</ol>`;

const issueCells = (page: PageData, person: PersonData, index: number): Markup | null => {
  const issue = person.issues[index];
  if (issue === undefined) return null;
  const [day, product, directions, quantity, kind, file, row] = issue;
  const text = (place: number): string => page.texts[place] ?? "";
  return markup`<tr><th scope="row">${sayDate(day)}</th><td>${text(product)}</td><td class="said">${text(directions)}</td><td>${text(quantity)}</td><td>${text(kind)}</td><td class="quiet">${text(file)}, row ${row}</td></tr>`;
};

const issueTable = (page: PageData, person: PersonData, rows: readonly number[], label: string): Markup =>
  markup`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="plain"><thead><tr><th scope="col">Issued</th><th scope="col">Product</th><th scope="col">Directions as written</th><th scope="col">Quantity</th><th scope="col">Kind</th><th scope="col">Where it stands</th></tr></thead><tbody>${rows.map(
    (row) => issueCells(page, person, row),
  )}</tbody></table></div>`;

/** A row behind a finding, for the narrow column: what a person would look up. */
const evidence = (page: PageData, person: PersonData, index: number): Markup | null => {
  const issue = person.issues[index];
  if (issue === undefined) return null;
  const [day, product, directions, quantity, , file, row] = issue;
  const text = (place: number): string => page.texts[place] ?? "";
  return markup`<li><b>${sayDate(day)}</b> ${text(product)}<br /><q>${text(directions)}</q>${text(quantity) !== "" && ` · ${text(quantity)}`}<br /><span class="source">${text(file)}, row ${row}</span></li>`;
};

const behind = (page: PageData, person: PersonData, { code, rows, source }: FindingData): Markup => {
  const label = rows.length === 1 ? "the row" : `the ${rows.length} rows`;
  return markup`<details><summary>Show ${rows.length === 0 ? "the source" : `${label} and the source`}<span class="unseen">: ${nameFinding(code)}</span></summary>${
    rows.length > 0 && markup`<ul class="lines">${rows.map((row) => evidence(page, person, row))}</ul>`
  }<p class="source">${source}</p></details>`;
};

const finding = (page: PageData, person: PersonData, one: FindingData): Markup =>
  markup`<li><h3>${titleFinding(one.code)}</h3><p>${one.says}</p>${behind(page, person, one)}</li>`;

const findings = (page: PageData, person: PersonData): Markup =>
  person.findings.length === 0
    ? markup`<p class="quiet">Nothing in these records stands out.</p>`
    : markup`<ul class="findings">${person.findings.map((one) => finding(page, person, one))}</ul>`;

const sayDirected = (one: SegmentData): string => sayBand({ min: one[1], max: one[2], atLeast: one[4] === 1 });

const segmentRow = (person: PersonData, on: number, one: SegmentData, i: number): Markup => {
  const next = person.segments[i + 1];
  const to = next === undefined ? on : next[0] - 1;
  return markup`<tr><th scope="row">${sayDate(one[0])}</th><td>${sayDate(to)}</td><td class="number">${sayDirected(one)}</td><td class="number">${one[3] === null ? "not known" : sayMg(one[3])}</td></tr>`;
};

const segmentTable = (person: PersonData, on: number): Markup =>
  markup`<div class="scroll tall" role="region" aria-label="Dose over time as a table" tabindex="0"><table class="plain"><thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col" class="number">As directed, mg/day</th><th scope="col" class="number">As supplied, mg/day</th></tr></thead><tbody>${person.segments
    .map((one, i) => segmentRow(person, on, one, i))
    .reverse()}</tbody></table></div>`;

const companionTable = (person: PersonData): Markup | false =>
  person.companions.length > 0 &&
  markup`<table class="plain"><thead><tr><th scope="col">Taken beside it</th><th scope="col">When</th></tr></thead><tbody>${person.companions.map(
    (one) =>
      markup`<tr><th scope="row">${one.name}</th><td>${one.days
        .map((day, i) => (i % 2 === 0 ? `${sayDate(day)} to ${sayDate(one.days[i + 1] ?? day)}` : ""))
        .filter((span) => span !== "")
        .join("; ")}</td></tr>`,
  )}</tbody></table>`;

const chartKey = (page: PageData, person: PersonData): Markup =>
  markup`<ul class="key"><li><i class="swatch swatch-band"></i>as directed, least to most</li><li><i class="swatch swatch-line"></i>as supplied, over 90 days</li>${
    person.segments.some((one) => one[4] === 1) &&
    markup`<li><i class="swatch swatch-gap"></i>something could not be computed</li>`
  }${marksShown(person, page.marks).map((mark) => markup`<li><i class="swatch swatch-mark"></i>${mark.mg}${THIN}mg: ${mark.says} <span class="source">${mark.source}</span></li>`)}</ul>`;

const chartCard = (page: PageData, person: PersonData): Markup => {
  if (person.segments.length === 0) return markup`<p class="quiet">No dose over time could be computed.</p>`;
  return markup`<div class="chart" id="chart"></div><div class="readout"><label for="chart-day">Read the dose on a day</label><input type="range" id="chart-day" /><output id="chart-says" for="chart-day"></output></div>${chartKey(page, person)}<details><summary>Show the dose over time as a table</summary>${segmentTable(person, page.on)}${companionTable(person)}</details>`;
};

const notComputed = (person: PersonData): Markup =>
  person.notComputed.length === 0
    ? markup`<p class="quiet">Everything current on this day could be computed.</p>`
    : markup`<ul class="lines">${person.notComputed.map((one) => markup`<li><b>${one.product}</b><br />${one.says}</li>`)}</ul>`;

const about = (person: PersonData): string =>
  [
    person.born === null ? "" : `born ${person.born}`,
    person.sex ?? "",
    person.registered === null ? "" : `registered ${sayDate(person.registered)}`,
    `last issue ${sayDate(person.last)}`,
  ]
    .filter((part) => part !== "")
    .join(" · ");

const everyIssue = (page: PageData, person: PersonData): Markup =>
  markup`<section class="card" aria-labelledby="h-rows"><h2 id="h-rows">Every issue <small>${person.issues.length} in these records, newest first</small></h2><details><summary>Show every issue</summary>${issueTable(page, person, person.issues.map((_, i) => i).reverse(), "Every issue")}</details></section>`;

/** One person's page: the dose and its working first, then what is worth a look, then every row. */
export const personPage = (page: PageData, person: PersonData): Markup =>
  markup`<div class="title"><h1 tabindex="-1" id="person-name">${person.id}</h1><p>${about(person)}</p></div><div class="grid"><div class="wide"><section class="card" aria-labelledby="h-dose"><h2 id="h-dose">Dose on ${sayDate(page.on)} <small>oral morphine equivalent, ${page.table.name}</small></h2>${doseFigures(person, page.on)}<details class="open-print"><summary>Show the working</summary>${working(person)}<p class="source">${page.table.name}, ${page.table.edition}. ${page.table.source}</p></details></section><section class="card" aria-labelledby="h-time"><h2 id="h-time">Dose over time</h2>${chartCard(page, person)}</section></div><div class="narrow"><section class="card" aria-labelledby="h-look"><h2 id="h-look">Worth a look</h2>${findings(page, person)}</section><section class="card" aria-labelledby="h-not"><h2 id="h-not">Could not be computed</h2>${notComputed(person)}</section><section class="card" aria-labelledby="h-med"><h2 id="h-med">Opioids in these records</h2><ul class="lines">${person.medicines.map((name) => markup`<li>${name}</li>`)}</ul></section></div><div class="issues">${everyIssue(page, person)}</div></div>`;

/** The dose on one day of the chart, said. */
export const sayDay = (person: PersonData, day: number): string => {
  const at = person.segments.findLast((one) => one[0] <= day);
  if (at === undefined) return `${sayDate(day)}: no opioid yet`;
  const supplied = at[3] === null ? "supplied not known" : `supplied ${sayAverageMg(at[3])}`;
  return `${sayDate(day)}: as directed ${sayDirected(at)}, ${supplied} mg/day`;
};
