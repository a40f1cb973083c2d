import type { LogBreak } from "@concord/exchange/api";

const short = (hash: string): string => `${hash.slice(0, 16)}…`;

/** Where a log is not whole, and what was found there, in one sentence. */
export const sayBreak = (found: LogBreak): string => {
  const { entry } = found;
  switch (found.what) {
    case "changed":
      return `Entry ${entry} was changed: its hash is ${short(found.hash)}, and that of what it says is ${short(found.reckoned)}.`;
    case "missing":
      return found.to === entry ? `Entry ${entry} is missing.` : `Entries ${entry} to ${found.to} are missing.`;
    case "does-not-follow":
      return `Entry ${entry} follows an entry with the hash ${short(found.previous)}, and the one before it has ${short(found.before)}: that one was changed or put in, or one between them was removed.`;
    case "out-of-order":
      return `Entry ${entry} stands behind entry ${found.after}.`;
    case "other-practice":
      return `Entry ${entry} is of another practice.`;
    case "not-as-written-down":
      return `Entry ${entry} has the hash ${short(found.hash)}, and the end written down was ${found.anchor.number}:${short(found.anchor.hash)}.`;
    case "cut-off":
      return `The end was cut off: entries ${entry} to ${found.anchor.number} were there once, and are missing.`;
  }
};
