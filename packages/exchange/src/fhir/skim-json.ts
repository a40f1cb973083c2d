const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Where the next byte that is no white space stands, from `from` on. */
export const pastSpace = (bytes: Uint8Array, from: number): number => {
  let at = from;
  let byte = bytes[at];
  while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) byte = bytes[++at];
  return at;
};

/** Past the string that opens at `from`; -1 where it is not closed. */
export const pastString = (bytes: Uint8Array, from: number): number => {
  const end = bytes.length;
  for (let at = from + 1; at < end; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) return at + 1;
    if (byte === BACKSLASH) at++;
  }
  return -1;
};

/** Past the value that starts at `from`: brackets balanced, strings closed, nothing else looked at. -1 where it is cut. */
export const pastValue = (bytes: Uint8Array, from: number): number => {
  const first = bytes[from];
  if (first === QUOTE) return pastString(bytes, from);
  if (first !== 0x7b && first !== 0x5b) return pastScalar(bytes, from);
  const end = bytes.length;
  let at = from;
  let depth = 0;
  while (at < end) {
    const byte = bytes[at]!;
    if (byte === QUOTE) {
      at = pastString(bytes, at);
      if (at === -1) return -1;
      continue;
    }
    at++;
    if (byte === 0x7b || byte === 0x5b) depth++;
    else if ((byte === 0x7d || byte === 0x5d) && --depth === 0) return at;
  }
  return -1;
};

/** A number, true, false or null. */
const pastScalar = (bytes: Uint8Array, from: number): number => {
  let at = from;
  for (let byte = bytes[at]; byte !== undefined; byte = bytes[++at]) {
    const isPart = (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x2d || byte === 0x2e;
    if (!isPart && byte !== 0x2b && byte !== 0x45) break;
  }
  return at === from ? -1 : at;
};
