import type { Reading } from "@concord/exchange/api";
import type { ReadingFound } from "../store/queries/readings-by-hand.ts";

export const presentReading = (found: ReadingFound): Reading => ({
  id: found.id,
  key: found.key,
  product: found.product,
  directions: found.directions,
  min: found.min,
  max: found.max,
  asNeeded: found.asNeeded,
  note: found.note,
  who: found.who,
  at: found.at,
  undoneAt: found.undoneAt,
  people: found.people,
  person: found.person,
});
