/**
 * Why somebody is asked to sign in again: the session has ended, nobody was there for a while, or a change asks for a
 * sign-in that is not long ago.
 */
export type Why = "ended" | "idle" | "fresh";

interface Locked {
  readonly why: Why;
  readonly over: Promise<void>;
  readonly open: () => void;
  readonly refuse: (error: Error) => void;
}

let locked: Locked | null = null;
const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Asks to sign in again, once for everyone who waits; over when that is done. */
export const lock = (why: Why): Promise<void> => {
  if (locked !== null && (locked.why === why || why === "fresh")) return locked.over;
  if (locked === null) {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    // Whoever waits hears of it; where nobody does, it is no fault.
    promise.catch(() => undefined);
    locked = { why, over: promise, open: () => resolve(), refuse: reject };
  } else locked = { ...locked, why };
  tell();
  return locked.over;
};

/** Somebody has signed in again: whoever waited goes on. */
export const unlock = (): void => {
  const { open } = locked ?? {};
  locked = null;
  open?.();
  tell();
};

/** The change is given up instead; whoever waited is told so. */
export const giveUp = (error: Error): void => {
  const { refuse } = locked ?? {};
  locked = null;
  refuse?.(error);
  tell();
};

export const lockedWhy = (): Why | null => locked?.why ?? null;
export const onLock = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Over at once, unless nobody is signed in at the moment. */
export const untilSignedIn = async (): Promise<void> => {
  if (locked !== null && locked.why !== "fresh") await locked.over;
};
