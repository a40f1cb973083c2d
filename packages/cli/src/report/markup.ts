/** Text that is safe to stand in a page as it is. Made only by `markup`. */
export interface Markup {
  readonly markup: string;
}

type Piece = string | number | Markup | null | false | readonly Piece[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it must be written to appear as itself, inside an element or an attribute. */
const escapeText = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

const putIn = (piece: Piece): string => {
  if (piece === null || piece === false) return "";
  if (typeof piece === "string") return escapeText(piece);
  if (typeof piece === "number") return String(piece);
  return "markup" in piece ? piece.markup : piece.map(putIn).join("");
};

/** A piece of a page. Whatever is put into it is escaped, unless it is a piece of a page itself. */
export const markup = (fixed: TemplateStringsArray, ...pieces: readonly Piece[]): Markup => ({
  markup: fixed.reduce((page, part, i) => page + putIn(pieces[i - 1] ?? null) + part),
});
