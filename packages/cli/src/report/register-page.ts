import type { Account, Example, ReasonCount } from "@concord/exchange";
import { nameFinding, placeOfFinding } from "../words/name-findings.ts";
import { sayAverageMg, sayBand, sayCount, sayDate, sayDuration } from "../words/say-dose.ts";
import { COUNTS, matches, personLink } from "./filters.ts";
import { markup, type Markup } from "./markup.ts";
import type { PageData, PersonData } from "./page-data.ts";
import { sparkline } from "./sparkline.ts";

const countCard = (page: PageData, key: string, label: string, also?: { key: string; label: string }): Markup => {
  const count = (of: string): number => page.people.filter((person) => matches(person, of)).length;
  return markup`<li class="card count"><a href="#show=${key}" data-show="${key}"><b>${sayCount(count(key))}</b> <span>${label}</span></a>${
    also !== undefined &&
    markup`<a class="also" href="#show=${also.key}" data-show="${also.key}"><b>${sayCount(count(also.key))}</b> ${also.label}</a>`
  }</li>`;
};

const chips = (page: PageData): Markup => {
  const counts = new Map<string, number>();
  for (const { findings } of page.people)
    for (const code of new Set(findings.map((one) => one.code))) counts.set(code, (counts.get(code) ?? 0) + 1);
  const ordered = [...counts].sort(([a], [b]) => placeOfFinding(a) - placeOfFinding(b) || (a < b ? -1 : 1));
  return markup`${ordered.map(
    ([code, count]) =>
      markup`<button type="button" class="filter" data-show="${code}" aria-pressed="false">${nameFinding(code)} <span>${sayCount(count)}</span></button>`,
  )}`;
};

const SHOWN_CHIPS = 5;

const findingChips = (person: PersonData): Markup => {
  const names = [...new Set(person.findings.map((one) => nameFinding(one.code)))];
  return markup`${names.slice(0, SHOWN_CHIPS).map((name) => markup`<span class="chip">${name}</span> `)}${
    names.length > SHOWN_CHIPS && markup`<span class="chip more">and ${names.length - SHOWN_CHIPS} more</span>`
  }`;
};

const row = (page: PageData, person: PersonData, index: number): Markup => {
  const { dose } = person;
  const who = [person.born === null ? null : `born ${person.born}`, person.sex]
    .filter((part) => part !== null)
    .join(" · ");
  const words = dose.max === 0;
  return markup`<tr role="row" data-i="${index}"><th role="rowheader" scope="row"><a href="${personLink(person.id)}">${person.id}</a>${who !== "" && markup`<span class="under">${who}</span>`}</th><td role="cell" class="number ${words && "words"}" data-label="As directed"><b>${sayBand(dose)}</b></td><td role="cell" class="number" data-label="Supplied">${dose.supplied === null ? markup`<span class="words">not known</span>` : sayAverageMg(dose.supplied)}</td><td role="cell" class="over-time" data-label="5 years">${sparkline(person.segments, page.on)}</td><td role="cell" data-label="Opioids">${person.medicines.join(", ")}</td><td role="cell" class="since" data-label="Since">${person.since === null ? "not current" : markup`${sayDuration(person.since, page.on)}<span class="under">${sayDate(person.since)}</span>`}</td><td role="cell" class="chips" data-label="Worth a look">${findingChips(person)}</td></tr>`;
};

const heading = (key: string, label: Markup, kind = ""): Markup =>
  markup`<th role="columnheader" scope="col" class="${kind}" data-sort="${key}"><button type="button">${label}<span class="arrow" aria-hidden="true"></span></button></th>`;

const table = (page: PageData): Markup =>
  markup`<table role="table" id="people" aria-describedby="order"><caption class="unseen">People taking opioids, one a row</caption><thead role="rowgroup"><tr role="row">${heading("id", markup`Person`)}${heading("directed", markup`As directed <br />mg/day`, "number")}${heading("supplied", markup`Supplied <br />mg/day`, "number")}<th role="columnheader" scope="col" class="over-time">5 years</th>${heading("medicines", markup`Opioids`)}${heading("since", markup`For`)}<th role="columnheader" scope="col">Worth a look</th></tr></thead><tbody role="rowgroup">${page.people.map((person, i) => row(page, person, i))}</tbody></table>`;

const exampleList = (examples: readonly Example[]): Markup =>
  markup`<ul class="lines">${examples.map((one) => markup`<li>${one.file}, row ${one.row}: ${one.found}. ${one.todo}</li>`)}</ul>`;

const reasonRows = (part: string, reasons: readonly ReasonCount[]): Markup[] =>
  reasons.map(
    (one) =>
      markup`<tr><th scope="row">${part}</th><td>${one.say}${one.examples.length > 0 && markup`<details><summary>Show where<span class="unseen">: ${one.say}</span></summary>${exampleList(one.examples)}</details>`}</td><td class="number">${sayCount(one.count)}</td></tr>`,
  );

const accountSection = (account: Account): Markup => {
  const { used, setAside, refused, couldNotBeComputed } = account;
  return markup`<section class="card" id="rows" aria-labelledby="h-account"><h2 id="h-account">Where each row went</h2><p class="sum">Rows read <b>${sayCount(account.rowsRead)}</b> = used <b>${sayCount(used.total)}</b> + set aside <b>${sayCount(setAside.total)}</b> + refused <b>${sayCount(refused.total)}</b></p><details class="open-print"><summary>Show reasons and files</summary><div class="scroll" role="region" aria-label="Rows by reason" tabindex="0"><table class="plain"><thead><tr><th scope="col">Rows</th><th scope="col">Why</th><th scope="col" class="number">How many</th></tr></thead><tbody><tr><th scope="row">Used</th><td>opioids</td><td class="number">${sayCount(used.opioid)}</td></tr><tr><th scope="row">Used</th><td>medicines watched beside an opioid</td><td class="number">${sayCount(used.companion)}</td></tr><tr><th scope="row">Used</th><td>read, and neither of these</td><td class="number">${sayCount(used.notWatched)}</td></tr>${reasonRows("Set aside", setAside.reasons)}${reasonRows("Refused", refused.reasons)}${reasonRows("Used, dose could not be computed", couldNotBeComputed.reasons)}</tbody></table></div><div class="scroll" role="region" aria-label="Rows by file" tabindex="0"><table class="plain"><thead><tr><th scope="col">File</th><th scope="col" class="number">Read</th><th scope="col" class="number">Used</th><th scope="col" class="number">Set aside</th><th scope="col" class="number">Refused</th></tr></thead><tbody>${account.files
    .slice(0, 200)
    .map(
      (file) =>
        markup`<tr><th scope="row">${file.file}</th><td class="number">${sayCount(file.rowsRead)}</td><td class="number">${sayCount(file.used.total)}</td><td class="number">${sayCount(file.setAside.total)}</td><td class="number">${sayCount(file.refused.total)}</td></tr>`,
    )}</tbody></table></div>${account.failed.length > 0 && markup`<h3>Files that could not be read to the end</h3><ul class="lines">${account.failed.map((one) => markup`<li><b>${one.file}</b>: ${one.found}. ${one.todo}</li>`)}</ul>`}</details></section>`;
};

const sayPeople = (page: PageData): string => {
  const now = page.people.filter((person) => matches(person, "now")).length;
  return `${sayCount(now)} on ${sayDate(page.on)}, of ${sayCount(page.people.length)} with an opioid in these records`;
};

/** The register: counts that open to their people, filters, the table, and where each row went. */
export const registerPage = (page: PageData, account: Account): Markup =>
  markup`<div class="title"><h1 tabindex="-1" id="register-name">People taking opioids</h1><p>${sayPeople(page)} · ${page.table.name}</p></div><ul class="counts">${COUNTS.map((one) => countCard(page, one.key, one.label, one.also))}</ul><div class="find card needs-script"><div class="search"><label for="find">Find by person number or medicine</label><input type="search" id="find" autocomplete="off" spellcheck="false" /></div><fieldset><legend>Show people with</legend><div class="filters">${chips(page)}</div></fieldset><p class="found"><span id="found" role="status">Showing all ${sayCount(page.people.length)}</span> <button type="button" id="clear" class="link" hidden>Show everyone</button></p></div><div class="card table-card">${table(page)}<p id="nobody" class="quiet" hidden>Nobody in these records fits all of this. Take a filter away to see more people.</p></div><p class="quiet" id="order">Ordered by the most as directed, then by what was supplied, then by person number. The order is no judgement of a person. “At least” means that part of the total could not be computed.</p>${accountSection(account)}`;
