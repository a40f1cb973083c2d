import { doseChart, frameOf } from "../dose-chart.ts";
import { markup } from "../markup.ts";
import type { PageData, PersonData } from "../page-data.ts";
import { personPage, sayDay } from "../person-page.ts";

const drawChart = (page: PageData, person: PersonData): void => {
  const box = document.getElementById("chart");
  if (box === null) return;
  const slider = document.getElementById("chart-day") as HTMLInputElement;
  const says = document.getElementById("chart-says")!;
  let width = 0;

  const readAt = (day: number): void => {
    slider.value = String(day);
    const said = sayDay(person, day);
    says.textContent = said;
    slider.setAttribute("aria-valuetext", said);
    const at = frameOf(person, page.on, width).x(day).toFixed(1);
    const cursor = box.querySelector(".cursor");
    cursor?.setAttribute("x1", at);
    cursor?.setAttribute("x2", at);
    cursor?.setAttribute("visibility", "visible");
  };
  const draw = (): void => {
    const now = Math.max(280, Math.floor(box.clientWidth));
    if (now === width || box.clientWidth === 0) return;
    width = now;
    box.innerHTML = doseChart(person, page.on, page.marks, width).markup;
    readAt(Number(slider.value));
  };
  const frame = frameOf(person, page.on, 600);
  slider.min = String(person.segments[0]![0]);
  slider.max = String(frame.to);
  slider.value = String(frame.to);
  slider.addEventListener("input", () => readAt(Number(slider.value)));
  box.addEventListener("pointermove", (event) => {
    const { from, to, left, right } = frameOf(person, page.on, width);
    const along = (event.clientX - box.getBoundingClientRect().left - left) / (right - left);
    const day = Math.round(from + along * (to - from));
    readAt(Math.min(to, Math.max(Number(slider.min), day)));
  });
  draw();
  new ResizeObserver(draw).observe(box);
};

/** The person before and after this one among those shown on the register. */
const turns = (page: PageData, shown: readonly number[], index: number, link: (id: string) => string) => {
  const at = shown.indexOf(index);
  const before = at > 0 ? page.people[shown[at - 1]!] : undefined;
  const after = at >= 0 ? page.people[shown[at + 1]!] : undefined;
  return markup`<span class="turn">${before !== undefined && markup`<a href="${link(before.id)}" rel="prev">Previous person</a>`}${after !== undefined && markup`<a href="${link(after.id)}" rel="next">Next person</a>`}</span>`;
};

/** Puts one person on the page; false where nobody has this number. */
export const showPerson = (
  page: PageData,
  id: string,
  shown: readonly number[],
  back: { readonly href: string; readonly says: string },
  link: (id: string) => string,
): boolean => {
  const into = document.getElementById("person")!;
  const index = page.people.findIndex((one) => one.id === id);
  const person = page.people[index];
  const crumbs = markup`<nav class="crumbs" aria-label="Register"><a href="${back.href}" id="back">${back.says}</a>${turns(page, shown, index, link)}</nav>`;
  if (person === undefined) {
    into.innerHTML =
      markup`${crumbs}<div class="title"><h1 tabindex="-1" id="person-name">Nobody here has the number ${id}</h1></div><p>They may have no opioid in the records that this page was made from.</p>`.markup;
    return false;
  }
  into.innerHTML = markup`${crumbs}${personPage(page, person)}`.markup;
  drawChart(page, person);
  return true;
};
