import { readableCode } from "./readable-code.ts";
import { hashOfToken } from "./token.ts";

/** 99 bits: nobody guesses one. */
const GROUPS = 5;

/** How long a code holds, in hours: one that an administrator hands over, and the one that the console shows. */
export const CODE_HOURS = 48;
export const CONSOLE_CODE_HOURS = 24;

export const newOneTimeCode = (): string => readableCode(GROUPS);

/** What is kept of a code; capitals, and whatever stands between its letters and digits, do not matter. */
export const hashOfCode = (typed: string): Buffer => hashOfToken(typed.toLowerCase().replaceAll(/[^a-z0-9]/g, ""));
