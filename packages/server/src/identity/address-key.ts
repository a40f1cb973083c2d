import { isIPv6 } from "node:net";

const GROUPS = 8;
/** Whoever has one address of IPv6 has all that share its first half. */
const OF_ONE_PLACE = 4;

const groups = (text: string): readonly string[] => (text === "" ? [] : text.split(":"));

/** An address as tries from it are counted: of IPv6 its first half, in one way of writing. */
export const addressKey = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = "", tail] = address.split("%", 1)[0]!.toLowerCase().split("::");
  const [before, after] = [groups(head), groups(tail ?? "")];
  const between = tail === undefined ? [] : Array<string>(Math.max(0, GROUPS - before.length - after.length)).fill("0");
  return [...before, ...between, ...after]
    .slice(0, OF_ONE_PLACE)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
};
