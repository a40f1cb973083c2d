import type { Page } from "playwright-core";

/** A text that a person meets: the element's own words, or those of one of its attributes. */
export interface SeenText {
  readonly where: string;
  readonly text: string;
}

/** Every text of a page as it is drawn, each element's own texts joined, and what only a screen reader says. */
export const seenTexts = async (page: Page): Promise<readonly SeenText[]> =>
  page.evaluate(() => {
    const seen: { where: string; text: string }[] = [{ where: "title of the page", text: document.title }];
    for (const element of document.querySelectorAll("body *")) {
      if (element.closest("noscript, script, style") !== null) continue;
      const where = `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`;
      const own = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent ?? "");
      if (own.join("").trim() !== "") seen.push({ where, text: own.join("") });
      for (const name of ["aria-label", "title", "placeholder", "alt", "data-label"]) {
        const said = element.getAttribute(name);
        if (said !== null && said !== "") seen.push({ where: `${where} [${name}]`, text: said });
      }
    }
    return seen;
  });

const withoutCatalogue = (
  text: string,
): { readonly rest: string; readonly pieces: number; readonly balanced: boolean } => {
  let [depth, pieces, rest] = [0, 0, ""];
  for (const sign of text) {
    if (sign === "⟦" && depth++ === 0) pieces++;
    else if (sign === "⟧") depth--;
    else if (depth === 0) rest += sign;
  }
  return { rest, pieces, balanced: depth === 0 };
};

/**
 * What is wrong with a text under the pseudo catalogue: words that come neither from it nor from the data, or a sentence
 * put together from several texts, which no other language could follow.
 */
export const problemOfText = ({ where, text }: SeenText, dataWords: ReadonlySet<string>): string | null => {
  const { rest, pieces, balanced } = withoutCatalogue(text);
  if (!balanced) return `${where}: half a text of the catalogue: ${text}`;
  if (pieces > 1 || (pieces === 1 && /[\p{L}\p{N}]/u.test(rest))) return `${where}: glued: ${text}`;
  const foreign =
    (pieces === 0 ? text : rest).match(/[A-Za-z]{2,}/g)?.filter((word) => !dataWords.has(word.toLowerCase())) ?? [];
  return foreign.length === 0 ? null : `${where}: not from the catalogue: ${foreign.join(" ")} in: ${text}`;
};

export const wordsIn = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(
    texts
      .join(" ")
      .toLowerCase()
      .match(/[a-z]{2,}/g) ?? [],
  );
