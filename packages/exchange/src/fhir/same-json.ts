type Bag = Readonly<Record<string, unknown>>;

/** Two parsed JSON values are the same, members in any order. */
export const sameJson = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!sameJson(a[i], b[i])) return false;
    return true;
  }
  if (Array.isArray(b)) return false;
  let members = 0;
  for (const name in a) {
    if (!sameJson((a as Bag)[name], (b as Bag)[name])) return false;
    members++;
  }
  for (const _ in b) members--;
  return members === 0;
};
