import { matches } from "../filters.ts";
import { nameFinding } from "../../words/name-findings.ts";
import { sayCount } from "../../words/say-dose.ts";
import type { PageData, PersonData } from "../page-data.ts";
import type { Address } from "./address.ts";

const byNumber =
  (of: (person: PersonData) => number) =>
  (a: PersonData, b: PersonData): number =>
    of(a) - of(b);

const ids = new Intl.Collator("en-GB", { numeric: true });

/** How each column is put in order, least first. */
const ORDERS: Readonly<Record<string, (a: PersonData, b: PersonData) => number>> = {
  id: (a, b) => ids.compare(a.id, b.id),
  directed: byNumber(({ dose }) => dose.max),
  supplied: byNumber(({ dose }) => dose.supplied ?? -1),
  medicines: (a, b) => ids.compare(a.medicines.join(), b.medicines.join()),
  since: (a, b) => (b.since ?? Number.MAX_SAFE_INTEGER) - (a.since ?? Number.MAX_SAFE_INTEGER),
};

const fits = (person: PersonData, address: Address, words: readonly string[]): boolean => {
  if (!address.show.every((key) => matches(person, key))) return false;
  const text = `${person.id} ${person.medicines.join(" ")}`.toLowerCase();
  return words.every((word) => text.includes(word));
};

/** The people that the address asks for, in the order that it asks for, by their place in the page's data. */
const peopleShown = (page: PageData, address: Address): readonly number[] => {
  const words = address.find
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const shown = page.people.map((_, i) => i).filter((i) => fits(page.people[i]!, address, words));
  const order = ORDERS[address.sort.replace("-", "")];
  if (order === undefined) return shown;
  const way = address.sort.startsWith("-") ? -1 : 1;
  return shown.sort((a, b) => way * order(page.people[a]!, page.people[b]!) || a - b);
};

const sayFound = (count: number, all: number): string =>
  count === all ? `Showing all ${sayCount(all)}` : `Showing ${sayCount(count)} of ${sayCount(all)}`;

/** Brings the table, the filters and the counts in line with the address. */
export const showRegister = (page: PageData, rows: readonly HTMLElement[], address: Address): readonly number[] => {
  const shown = peopleShown(page, address);
  const body = document.querySelector("#people tbody")!;
  for (const row of rows) row.hidden = true;
  for (const i of shown) {
    rows[i]!.hidden = false;
    body.append(rows[i]!);
  }
  const column = address.sort.replace("-", "");
  for (const heading of document.querySelectorAll<HTMLElement>("#people th[data-sort]")) {
    if (heading.dataset["sort"] !== column) heading.removeAttribute("aria-sort");
    else heading.setAttribute("aria-sort", address.sort.startsWith("-") ? "descending" : "ascending");
  }
  for (const control of document.querySelectorAll<HTMLElement>("[data-show]")) {
    const on = address.show.includes(control.dataset["show"]!);
    if (control instanceof HTMLButtonElement) control.setAttribute("aria-pressed", String(on));
    else if (on) control.setAttribute("aria-current", "true");
    else control.removeAttribute("aria-current");
  }
  const everyone = address.show.length === 0 && address.find === "";
  document.getElementById("found")!.textContent = sayFound(shown.length, page.people.length);
  document.getElementById("clear")!.hidden = everyone;
  document.getElementById("nobody")!.hidden = shown.length > 0;
  return shown;
};

/** What is shown, for the way back from a person: "high dose, rising". */
export const sayFilters = (address: Address): string =>
  [...address.show.map(nameFinding), address.find === "" ? "" : `“${address.find}”`]
    .filter((part) => part !== "")
    .join(", ");
