/** How long before the end somebody is asked whether they are still there. */
const WARN_SECONDS = 3 * 60;

export type Idle =
  | { readonly is: "active" }
  | { readonly is: "warned"; readonly seconds: number }
  | { readonly is: "over" };

/** Where the time without a touch or a key has got to; instants in milliseconds, the limit in minutes. */
export const idleAt = (now: number, lastActive: number, idleMinutes: number): Idle => {
  const left = Math.ceil(idleMinutes * 60 - (now - lastActive) / 1000);
  if (left <= 0) return { is: "over" };
  return left <= Math.min(WARN_SECONDS, idleMinutes * 30) ? { is: "warned", seconds: left } : { is: "active" };
};
