import { useState } from "react";
import { draftKey } from "../session/drafts.ts";

const read = <T>(key: string, empty: T): T => {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? empty : { ...empty, ...(JSON.parse(kept) as Partial<T>) };
  } catch {
    return empty;
  }
};

/**
 * What is typed and not yet sent: kept in this tab for the account that is signed in, so that a reload, a wrong click or
 * the end of a session loses nothing; gone when they sign out.
 */
export const useDraft = <T extends object>(name: string, empty: T) => {
  const key = draftKey(name);
  const [draft, setDraft] = useState<T>(() => read(key, empty));
  return {
    draft,
    change: (part: Partial<T>): void =>
      setDraft((before) => {
        const now = { ...before, ...part };
        sessionStorage.setItem(key, JSON.stringify(now));
        return now;
      }),
    forget: (): void => {
      sessionStorage.removeItem(key);
      setDraft(empty);
    },
  };
};
