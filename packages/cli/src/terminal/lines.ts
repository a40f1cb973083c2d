import process from "node:process";

/**
 * The lines of standard input in the batches that they arrive in. A line ends at "\n" or "\r\n"
 * and nowhere else, so that one line in is one line out whatever stands in it.
 */
export async function* linesOfInput(): AsyncGenerator<string[]> {
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  for await (const piece of process.stdin as AsyncIterable<Uint8Array>) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop()!;
    if (lines.length > 0) yield lines.map(withoutReturn);
  }
  rest += decoder.decode();
  if (rest !== "") yield [withoutReturn(rest)];
}

const withoutReturn = (line: string): string => (line.endsWith("\r") ? line.slice(0, -1) : line);

/** Says on a terminal that it is waiting to be typed to. */
export const sayWaiting = (what: string): void => {
  if (process.stdin.isTTY === true && process.stderr.isTTY === true)
    process.stderr.write(`Type ${what}, one a line. Ctrl-D ends.\n`);
};
