/** What is known of one thing that the service was told: "unsure" while, or after, a call had no answer. */
type Known = "there" | "gone" | "unsure";

/** What the service has acknowledged, and therefore may never lose or bring back. */
export class Ledger {
  readonly #things = new Map<string, Known>();
  readonly #underWay = new Set<string>();
  #acknowledged = 0;

  get acknowledged(): number {
    return this.#acknowledged;
  }

  /**
   * Notes a change before it is asked for, and what the answer says of it. `call` tells whether the service
   * acknowledged it, refused it, or gave no answer (as it does by throwing). Two changes of one thing at once would
   * not tell which was last: the second is left out.
   */
  async change(
    thing: string,
    to: "there" | "gone",
    call: () => Promise<"acknowledged" | "refused" | "no answer">,
  ): Promise<void> {
    if (this.#underWay.has(thing)) return;
    this.#underWay.add(thing);
    const before = this.#things.get(thing) ?? "gone";
    this.#things.set(thing, "unsure");
    const answer = await call().catch(() => "no answer" as const);
    this.#underWay.delete(thing);
    if (answer === "refused") this.#things.set(thing, before);
    if (answer !== "acknowledged") return;
    this.#things.set(thing, to);
    this.#acknowledged++;
  }

  /** Things of a kind that are there for certain. */
  there(kind: string): readonly string[] {
    return [...this.#things]
      .filter(([thing, known]) => thing.startsWith(`${kind} `) && known === "there")
      .map(([thing]) => thing);
  }

  /** What of this kind is not as it was acknowledged. What was unsure is known from now on. */
  compare(kind: string, found: ReadonlySet<string>): readonly string[] {
    const problems: string[] = [];
    for (const thing of found)
      if (!this.#things.has(thing)) problems.push(`${thing}: is there, and nobody asked for it`);
    for (const [thing, known] of this.#things) {
      if (!thing.startsWith(`${kind} `)) continue;
      const isThere = found.has(thing);
      if (known === "there" && !isThere) problems.push(`${thing}: was acknowledged, and is lost`);
      if (known === "gone" && isThere) problems.push(`${thing}: was taken back, and is there again`);
      this.#things.set(thing, isThere ? "there" : "gone");
    }
    return problems;
  }
}
