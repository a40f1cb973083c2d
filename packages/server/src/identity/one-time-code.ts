import { readableCode } from "./readable-code.ts";
import { hashOfToken } from "./token.ts";

/** 99 bits: nobody guesses one. */
const GROUPS = 5;

/** How long the code holds that the console shows, in hours. */
export const CONSOLE_CODE_HOURS = 24;

export const newOneTimeCode = (): string => readableCode(GROUPS);

/** What is kept of a code; capitals, and whatever stands between its letters and digits, do not matter. */
export const hashOfCode = (typed: string): Buffer => hashOfToken(typed.toLowerCase().replaceAll(/[^a-z0-9]/g, ""));
