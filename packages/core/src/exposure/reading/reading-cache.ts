/**
 * Remembers answers by text up to a limit, then forgets all and starts again: a practice has few distinct texts,
 * and a stream of ever new ones must not fill the memory.
 */
export const remember = <T>(limit: number): ((key: string, make: () => T) => T) => {
  const known = new Map<string, T>();
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    if (known.size >= limit) known.clear();
    known.set(key, made);
    return made;
  };
};
