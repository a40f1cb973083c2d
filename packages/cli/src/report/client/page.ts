import type { PageData } from "../page-data.ts";
import { readAddress, writeAddress, type Address } from "./address.ts";
import { showPerson } from "./person-view.ts";
import { sayFilters, showRegister } from "./register-view.ts";

const page = JSON.parse(document.getElementById("data")!.textContent!) as PageData;
const register = document.getElementById("register")!;
const person = document.getElementById("person")!;
const find = document.getElementById("find") as HTMLInputElement;
const rows = [...document.querySelectorAll<HTMLElement>("#people tbody tr")];
const title = document.title;

/** The register as it was last seen, to come back to. */
let last: Address = { person: null, show: [], find: "", sort: "" };
let shown: readonly number[] = page.people.map((_, i) => i);
let drawn: string | null = null;
let scrolled = 0;
let opened: string | null = null;

const here = (): Address => readAddress(location.hash);
const go = (address: Address): void => {
  location.hash = writeAddress(address);
};
const personAddress = (id: string): string => writeAddress({ ...last, person: id });

const backFromPerson = (id: string): void => {
  scrollTo(0, scrolled);
  const row = rows[page.people.findIndex((one) => one.id === id)];
  const link = row?.hidden === false ? row.querySelector("a") : document.getElementById("register-name");
  link?.focus({ preventScroll: true });
};

const openPerson = (id: string, first: boolean): void => {
  if (opened === null) scrolled = scrollY;
  const filters = sayFilters(last);
  const says = filters === "" ? "Back to everyone on the register" : `Back to the register: ${filters}`;
  showPerson(page, id, shown, { href: writeAddress(last), says }, personAddress);
  register.hidden = true;
  person.hidden = false;
  document.title = `${id} – ${title}`;
  opened = id;
  if (first) return;
  scrollTo(0, 0);
  document.getElementById("person-name")?.focus({ preventScroll: true });
};

const openRegister = (): void => {
  person.hidden = true;
  person.replaceChildren();
  register.hidden = false;
  document.title = title;
  if (find.value !== last.find) find.value = last.find;
  if (opened !== null) backFromPerson(opened);
  opened = null;
};

const follow = (first = false): void => {
  const address = here();
  last = { ...address, person: null };
  // Thousands of rows are not laid out anew where nothing about them has changed.
  if (writeAddress(last) !== drawn) shown = showRegister(page, rows, last);
  drawn = writeAddress(last);
  if (address.person === null) openRegister();
  else openPerson(address.person, first);
};

const toggle = (key: string): void => {
  const now = here();
  const show = now.show.includes(key) ? now.show.filter((one) => one !== key) : [...now.show, key];
  go({ ...now, show });
};

/** Doses come most first at the first press, names from A. */
const sortBy = (column: string): void => {
  const now = here();
  const first = column === "id" || column === "medicines" ? column : `-${column}`;
  const second = first === column ? `-${column}` : column;
  go({ ...now, sort: now.sort === first ? second : first });
};

register.addEventListener("click", (event) => {
  const target = event.target as Element;
  const heading = target.closest<HTMLElement>("th[data-sort]");
  if (heading !== null && target.closest("button") !== null) return sortBy(heading.dataset["sort"]!);
  const filter = target.closest<HTMLElement>("button[data-show]");
  if (filter !== null) return toggle(filter.dataset["show"]!);
  const count = target.closest<HTMLElement>("a[data-show]");
  if (count !== null && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    const key = count.dataset["show"]!;
    const now = here();
    return go({ ...now, show: now.show.length === 1 && now.show[0] === key ? [] : [key] });
  }
  const link = target.closest<HTMLAnchorElement>("#people tbody a");
  if (link !== null) link.href = personAddress(page.people[Number(link.closest("tr")!.dataset["i"])]!.id);
});
document.getElementById("clear")!.addEventListener("click", () => {
  go({ ...here(), show: [], find: "" });
  find.focus();
});
find.addEventListener("input", () => {
  const address = { ...here(), find: find.value };
  history.replaceState(null, "", writeAddress(address));
  follow();
});
document.querySelector(".skip")!.addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById(opened === null ? "register-name" : "person-name")?.focus();
});
document.getElementById("home")!.addEventListener("click", (event) => {
  event.preventDefault();
  go({ person: null, show: [], find: "", sort: "" });
});

/** What is folded away on a screen is open on paper. */
let unfolded: HTMLDetailsElement[] = [];
addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll<HTMLDetailsElement>("details.open-print:not([open])")];
  for (const one of unfolded) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of unfolded) one.open = false;
});

document.documentElement.classList.add("script");
history.scrollRestoration = "manual";
addEventListener("hashchange", () => follow());
follow(true);
