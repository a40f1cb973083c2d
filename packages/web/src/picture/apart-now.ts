import type { Person, Stretch } from "@concord/exchange/api";

/** Names of what goes on on the day of the register, each once. */
export const namesNow = (stretches: readonly Stretch[], { asOf }: Pick<Person, "asOf">): readonly string[] => [
  ...new Set(stretches.filter(({ from, to }) => from <= asOf && asOf < to).map(({ name }) => name)),
];
