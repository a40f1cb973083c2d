import { textOf, type Reference } from "./shapes.ts";

const URN = /^urn:(?:uuid|oid):(.+)$/;
const TYPED = /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]+)?$/;

/**
 * The id that a reference ends in, be it relative, absolute or a urn; null where it points to another type of
 * resource, or is a search such as `Patient?identifier=...`.
 */
export const referredId = (reference: Reference | undefined, type: string): string | null => {
  const text = textOf(reference?.reference);
  const urn = URN.exec(text);
  if (urn !== null) return urn[1]!;
  const typed = TYPED.exec(text);
  return typed?.[1] === type ? typed[2]! : null;
};
