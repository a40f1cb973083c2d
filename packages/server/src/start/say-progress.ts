import process from "node:process";

const WIDTH = 28;
const REDRAW_MILLISECONDS = 80;

export interface Progress {
  /** How far, from 0 to 1, and what is being done. */
  readonly at: (share: number, doing: string) => void;
  readonly done: () => void;
}

/** A bar on a terminal's standard error; elsewhere, such as in a log, a line for each tenth. */
export const sayProgress = (): Progress => {
  const out = process.stderr;
  let drawn = 0;
  let tenth = -1;
  const asLine = (share: number, doing: string) => {
    if (Math.floor(share * 10) <= tenth) return;
    tenth = Math.floor(share * 10);
    out.write(`${tenth * 10}% ${doing}\n`);
  };
  const asBar = (share: number, doing: string) => {
    const now = performance.now();
    if (now - drawn < REDRAW_MILLISECONDS) return;
    drawn = now;
    const full = Math.round(share * WIDTH);
    const percent = `${Math.round(share * 100)}%`.padStart(4);
    const room = Math.max(10, (out.columns ?? 80) - WIDTH - 10);
    out.write(`\r${"█".repeat(full)}${"░".repeat(WIDTH - full)}${percent}  ${doing.slice(0, room)}\u001b[K`);
  };
  return {
    at: (share, doing) => (out.isTTY === true ? asBar : asLine)(Math.min(1, Math.max(0, share)), doing),
    done: () => void (out.isTTY === true && drawn > 0 && out.write("\r\u001b[K")),
  };
};
