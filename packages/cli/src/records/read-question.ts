import type { OmeQuestion } from "@concord/core";

/** A line of `concord ome`, or everything that is wrong with it. */
export type QuestionRead =
  | { readonly status: "read"; readonly question: OmeQuestion }
  | { readonly status: "refused"; readonly problems: readonly string[] };

const isText = (value: unknown): value is string => typeof value === "string";
const isMissing = (value: unknown): value is undefined | null => value === undefined || value === null;
const isAmount = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value) && value >= 0;

interface Field {
  readonly name: keyof OmeQuestion;
  readonly fits: (value: unknown) => boolean;
  readonly wanted: string;
}

const FIELDS: readonly Field[] = [
  { name: "product", fits: (value) => isText(value) && value.trim() !== "", wanted: "the product's name as text" },
  { name: "code", fits: (value) => isMissing(value) || isText(value), wanted: "text" },
  { name: "system", fits: (value) => isMissing(value) || isText(value), wanted: "text" },
  {
    name: "directions",
    fits: (value) => isMissing(value) || isText(value) || isAmount(value),
    wanted: "text, or how many a day",
  },
  {
    name: "quantity",
    fits: (value) => isMissing(value) || isText(value) || isAmount(value),
    wanted: "text or a number",
  },
  {
    name: "days",
    fits: (value) => isMissing(value) || (isAmount(value) && Number.isInteger(value) && value > 0),
    wanted: "a whole number above 0",
  },
];

/**
 * Reads what a line of JSON asks. A product may be left out where a code says what it is. All problems are
 * reported, not the first.
 */
export const readQuestion = (given: unknown): QuestionRead => {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return { status: "refused", problems: ["a JSON object with product and directions is wanted"] };
  const fields = given as Readonly<Record<string, unknown>>;
  const byCode = isMissing(fields["product"]) && isText(fields["code"]) && fields["code"] !== "";
  const asked = byCode ? { ...fields, product: "" } : fields;
  const problems = FIELDS.filter(({ name, fits }) => !(name === "product" && byCode) && !fits(asked[name])).map(
    ({ name, wanted }) => `${name}: ${wanted} is wanted`,
  );
  return problems.length > 0
    ? { status: "refused", problems }
    : { status: "read", question: asked as unknown as OmeQuestion };
};
