import { once } from "node:events";
import process from "node:process";

const CLOSED = new Set(["EPIPE", "ERR_STREAM_DESTROYED", "ERR_STREAM_WRITE_AFTER_END"]);

/** Whoever read the output has gone ("| head"): no fault of anyone. */
export const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error && "code" in error && CLOSED.has(String(error.code));

/** Ends quietly when the reader of standard output goes away. */
export const listenForClosedPipe = (): void => {
  process.stdout.on("error", (error) => {
    if (!isClosedPipe(error)) throw error;
    process.exit(0);
  });
  process.stderr.on("error", (error) => {
    if (!isClosedPipe(error)) throw error;
  });
};

const CHUNK = 1 << 16;

/** Lines to standard output in large pieces, never faster than they are read. */
export interface LineWriter {
  line(text: string): Promise<void> | undefined;
  end(): Promise<void>;
}

export const lineWriter = (): LineWriter => {
  let held = "";
  const flush = (): Promise<void> | undefined => {
    const piece = held;
    held = "";
    return piece === "" || process.stdout.write(piece)
      ? undefined
      : once(process.stdout, "drain").then(() => undefined);
  };
  return {
    line: (text) => {
      held += `${text}\n`;
      return held.length >= CHUNK ? flush() : undefined;
    },
    end: async () => {
      await flush();
    },
  };
};

const LINE_ENDS = /[\u2028\u2029]/g;

/** JSON on one line, also for readers that take U+2028 for the end of a line. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(LINE_ENDS, (end) => (end === "\u2028" ? "\\u2028" : "\\u2029"));
