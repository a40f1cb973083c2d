import { reason, REASON_CODES, type ReasonCode } from "@concord/exchange";

const KNOWN: ReadonlySet<string> = new Set(REASON_CODES);

/** Why a row was not used, in words; a code that an earlier version wrote stands for itself. */
export const sayReason = (code: string): { readonly say: string; readonly todo: string } => {
  if (!KNOWN.has(code)) return { say: code.replaceAll("-", " "), todo: "" };
  const { say, todo } = reason(code as ReasonCode);
  return { say, todo };
};
