import { randomInt } from "node:crypto";

/** Without letters and digits that are taken for one another. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const IN_GROUP = 4;

const group = (): string => Array.from({ length: IN_GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join("");

/** So many groups of four letters and digits by chance, to be read off and typed: 19.8 bits a group. */
export const readableCode = (groups: number): string => Array.from({ length: groups }, group).join("-");
