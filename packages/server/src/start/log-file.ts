import { createWriteStream, type WriteStream } from "node:fs";

/** Lines that are added to a file. */
export interface LogFile {
  readonly write: (line: string) => void;
  /** Resolves once everything is written, as far as it can be. */
  readonly close: () => Promise<void>;
}

const PAUSE_MILLISECONDS = 5000;

const note = (lost: number): string =>
  `\n${JSON.stringify({ level: 40, time: Date.now(), msg: `${lost} lines could not be written here` })}\n`;

/**
 * A log that never ends the service: where its file cannot be written to (a full disk), lines are left out, it is opened
 * again every few seconds, and says then how many are missing.
 */
export const openLogFile = (path: string, pauseMilliseconds = PAUSE_MILLISECONDS): LogFile => {
  let stream: WriteStream | null = null;
  let lost = 0;
  let failedAt = -Infinity;

  const open = (): WriteStream => {
    const opened = createWriteStream(path, { flags: "a", mode: 0o600 });
    opened.on("error", () => {
      lost++;
      failedAt = performance.now();
      if (stream === opened) stream = null;
    });
    return opened;
  };

  const write = (line: string): void => {
    if (stream === null && performance.now() - failedAt < pauseMilliseconds) return void lost++;
    stream ??= open();
    // What stands before may have been cut short: a line of its own.
    if (lost > 0) stream.write(note(lost));
    lost = 0;
    stream.write(line);
  };

  return {
    write,
    close: () =>
      new Promise((resolve) => {
        if (stream === null) return resolve();
        stream.once("close", resolve).once("error", () => resolve());
        stream.end();
      }),
  };
};
