interface Kept<T> {
  readonly value: T;
  readonly until: number;
}

/** Values for a short time, in memory: one process alone is at work on these records. */
export interface KeptBriefly<T> {
  /** In place of what was kept under the key. */
  readonly keep: (key: string, value: T) => void;
  readonly look: (key: string) => T | null;
  /** Hands it out once. */
  readonly take: (key: string) => T | null;
}

interface Limits {
  readonly minutes: number;
  /** The oldest give way to new ones: a flood costs others a second try, and the service no memory. */
  readonly most?: number;
  readonly now?: () => number;
}

const MINUTE = 60_000;
const MOST = 10_000;

/** What was begun and waits for its answer: challenges, secrets that are not confirmed, sign-ins elsewhere. */
export const keepBriefly = <T>({ minutes, most = MOST, now = () => Date.now() }: Limits): KeptBriefly<T> => {
  const kept = new Map<string, Kept<T>>();
  const look = (key: string): T | null => {
    const found = kept.get(key);
    return found !== undefined && found.until > now() ? found.value : null;
  };
  return {
    keep: (key, value) => {
      kept.delete(key);
      for (const oldest of kept.keys()) {
        if (kept.size < most && kept.get(oldest)!.until > now()) break;
        kept.delete(oldest);
      }
      kept.set(key, { value, until: now() + minutes * MINUTE });
    },
    look,
    take: (key) => {
      const found = look(key);
      kept.delete(key);
      return found;
    },
  };
};
