import process from "node:process";

/** A bar on a terminal's standard error; nothing at all when piped. */
export interface Progress {
  /** How far, from 0 to 1, and what is being done. */
  at(share: number, doing: string): void;
  done(): void;
}

const WIDTH = 28;
const REDRAW_AFTER_MS = 80;
const SILENT: Progress = { at: () => {}, done: () => {} };

export const progress = (): Progress => {
  const out = process.stderr;
  if (out.isTTY !== true) return SILENT;
  let drawn = 0;
  let shown = false;
  return {
    at: (share, doing) => {
      const now = performance.now();
      if (shown && now - drawn < REDRAW_AFTER_MS && share < 1) return;
      drawn = now;
      shown = true;
      const full = Math.round(Math.min(1, Math.max(0, share)) * WIDTH);
      const percent = `${Math.round(Math.min(1, share) * 100)}%`.padStart(4);
      const room = Math.max(10, (out.columns || 80) - WIDTH - 10);
      out.write(`\r${"█".repeat(full)}${"░".repeat(WIDTH - full)}${percent}  ${doing.slice(0, room)}\u001b[K`);
    },
    done: () => {
      if (shown) out.write("\r\u001b[K");
      shown = false;
    },
  };
};
