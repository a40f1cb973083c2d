/** Whether the service answered the last time it was asked; not part of any answer, so kept beside the query cache. */
let works = true;
const listeners = new Set<() => void>();

const set = (now: boolean): void => {
  if (now === works) return;
  works = now;
  for (const listener of listeners) listener();
};
export const connectionWorks = (): void => set(true);
export const connectionFailed = (): void => set(false);
export const isConnected = (): boolean => works;
export const onConnection = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
