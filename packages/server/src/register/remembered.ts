/** Counts changes of the records: whatever was remembered of them before the last one is forgotten. */
export interface Changes {
  readonly count: () => number;
  readonly happened: () => void;
}

export const countChanges = (): Changes => {
  let changes = 0;
  return { count: () => changes, happened: () => void changes++ };
};

export interface Remembered<T> {
  /** Undefined where nothing is remembered under the key since the last change. */
  readonly get: (key: string) => T | undefined;
  /** Remembers what was read when the count of changes was `at`; not where something has changed meanwhile. */
  readonly put: (key: string, at: number, value: T) => void;
}

const MOST = 100;

/**
 * Answers that many people ask for between two changes of the records. Every change comes through this process: one
 * service alone is at work on the records.
 */
export const remember = <T>({ count }: Changes, most = MOST): Remembered<T> => {
  const values = new Map<string, T>();
  let of = count();
  const fresh = (): Map<string, T> => {
    if (of !== count()) values.clear();
    of = count();
    return values;
  };
  return {
    get: (key) => fresh().get(key),
    put: (key, at, value) => {
      if (at !== count()) return;
      const known = fresh();
      if (known.size >= most) known.delete(known.keys().next().value!);
      known.set(key, value);
    },
  };
};
