import type { Strings } from "../app/feature.ts";

const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const MARKED = "äḃċḋëḟġḧïĵḳḷṁńöṗɋŕṡẗüṽẅẍÿżÄḂĊḊËḞĠḦÏĴḲḶṀŃÖṖɊŔṠẖÜṼẄẌŸŻ";

const mark = (text: string): string => {
  const parts = text.split(/(\{\{.*?\}\}|<\/?\d+\/?>|<\/?\w+>)/);
  const letters = (plain: string): string =>
    plain.replace(/[A-Za-z]/g, (letter) => [...MARKED][PLAIN.indexOf(letter)] ?? letter);
  return `⟦${parts.map((part, i) => (i % 2 === 1 ? part : letters(part))).join("")}⟧`;
};

/** The catalogue with every letter changed and every text within ⟦ ⟧. */
export const pseudoOf = (strings: Record<string, Strings>): Record<string, Strings> => {
  const walk = (value: string | Strings): string | Strings =>
    typeof value === "string" ? mark(value) : Object.fromEntries(Object.entries(value).map(([k, v]) => [k, walk(v)]));
  return walk(strings) as Record<string, Strings>;
};
