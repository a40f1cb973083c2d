/**
 * Remembers answers by text, as many as the limit at most (two at least), and lets go of those not asked for lately: a practice has
 * few distinct texts, and a stream of ever new ones must not fill the memory.
 */
export const remember = <T>(limit: number): ((key: string, make: () => T) => T) => {
  const most = Math.max(1, Math.trunc(limit / 2));
  let lately = new Map<string, T>();
  let before = new Map<string, T>();
  return (key, make) => {
    const found = lately.get(key);
    if (found !== undefined) return found;
    const made = before.get(key) ?? make();
    if (lately.size >= most) {
      before = lately;
      lately = new Map();
    }
    lately.set(key, made);
    return made;
  };
};
