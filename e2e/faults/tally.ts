import type { Answered } from "../durability/running-service.ts";

type Kind = "reads" | "writes";

/** A problem's code, by its name; "none" where no answer came, "200" and such where all went well. */
const toldBy = (answer: Answered | null): string => {
  if (answer === null) return "none";
  const code = (answer.body as { code?: unknown } | null)?.code;
  return answer.status < 400 ? "done" : typeof code === "string" ? code : String(answer.status);
};

/** What two people at the same thing may be told, or one who was late. */
const OF_EACH_DAY = new Set([
  "already-read",
  "already-undone",
  "reading-not-known",
  "referral-not-known",
  "text-not-known",
  "reading-does-not-fit",
  "import-over",
]);

/** What was answered while something was wrong. */
export class Tally {
  readonly #told = new Map<string, number>();
  #slowest = 0;

  note(kind: Kind, answer: Answered | null, milliseconds: number): void {
    const key = `${kind} ${toldBy(answer)}`;
    this.#told.set(key, (this.#told.get(key) ?? 0) + 1);
    this.#slowest = Math.max(this.#slowest, milliseconds);
  }

  count(kind: Kind, told: string): number {
    return this.#told.get(`${kind} ${told}`) ?? 0;
  }

  /** Answers that nobody should get, with these codes expected beside those of each day. */
  unexpected(expected: readonly string[]): readonly string[] {
    const fine = new Set(["done", ...OF_EACH_DAY, ...expected]);
    return [...this.#told].flatMap(([key, times]) => {
      const told = key.slice(key.indexOf(" ") + 1);
      return fine.has(told) ? [] : [`${times} ${key.replace(" ", " were answered ")}`];
    });
  }

  /** In one line. */
  says(): string {
    const told = [...this.#told].toSorted(([a], [b]) => a.localeCompare(b));
    const text = told.map(([key, times]) => `${times} ${key}`).join(", ");
    return `${text === "" ? "nothing asked" : text}; slowest answer ${(this.#slowest / 1000).toFixed(1)} s`;
  }
}
