import { anchor, type Anchor } from "../api/audit-log.ts";

/** The anchors in a file of them, one a line. A line that was not written to its end is none. */
export const readAnchors = (text: string): readonly Anchor[] =>
  text.split("\n").flatMap((line) => {
    const parsed = anchor.safeParse(jsonOf(line));
    return parsed.success ? [parsed.data] : [];
  });

const jsonOf = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};
