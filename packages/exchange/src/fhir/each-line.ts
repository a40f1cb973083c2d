/**
 * Every line of the bytes, as bytes, with its number from 1; `only` where the file has no other. A line that grows
 * beyond `longest` is handed out as far as it has come.
 */
export const eachLine = async (
  chunks: AsyncIterable<Buffer>,
  longest: number,
  take: (line: Buffer, number: number, only: boolean) => void,
): Promise<void> => {
  let parts: Buffer[] = [];
  let length = 0;
  let number = 0;
  let first: Buffer | null = null;
  const taken = (line: Buffer) => {
    number++;
    if (number === 1) {
      first = Buffer.from(line);
      return;
    }
    if (isBlank(line)) return;
    if (first !== null) take(first, 1, false);
    first = null;
    take(line, number, false);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      const piece = chunk.subarray(from, end);
      taken(parts.length === 0 ? piece : Buffer.concat([...parts, piece]));
      parts = [];
      length = 0;
      from = end + 1;
    }
    if (from === chunk.length) continue;
    parts.push(Buffer.from(chunk.subarray(from)));
    length += chunk.length - from;
    if (length > longest) break;
  }
  if (parts.length > 0) taken(Buffer.concat(parts));
  if (first !== null) take(first, 1, true);
};

const isBlank = (line: Buffer): boolean => line.length < 64 && line.toString("latin1").trim() === "";
