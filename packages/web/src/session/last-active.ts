const KEY = "concord.active";
const KEPT_EVERY_MS = 2000;

let own = Date.now();

/** When somebody last touched these pages, in this tab or another of the same browser; milliseconds since 1970. */
export const lastActive = (): number => Math.max(own, Number(localStorage.getItem(KEY) ?? 0) || 0);

/** Somebody is there. A name or a record is never in it: an instant alone is shared. */
export const markActive = (): void => {
  const now = Date.now();
  if (now - own < KEPT_EVERY_MS && now >= own) return;
  own = now;
  localStorage.setItem(KEY, String(now));
};

export const onActivity = (listener: () => void): (() => void) => {
  const events = ["pointerdown", "keydown", "wheel", "touchmove"] as const;
  for (const event of events) addEventListener(event, listener, { passive: true, capture: true });
  return () => {
    for (const event of events) removeEventListener(event, listener, { capture: true });
  };
};
