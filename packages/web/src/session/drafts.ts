import { who } from "./who.ts";

const DRAFT = "concord.draft.";
const ANY = "concord.";

/** Where a draft of this account is kept in this tab. */
export const draftKey = (name: string): string => `${DRAFT}${who() ?? ""}.${name}`;

const remove = (fits: (key: string) => boolean): void => {
  for (const key of Object.keys(sessionStorage)) if (fits(key)) sessionStorage.removeItem(key);
};

/** Signed out: nothing typed is left in this tab. */
export const dropDrafts = (): void => remove((key) => key.startsWith(ANY));

/** Somebody signed in: what others typed in this tab is gone. */
export const dropDraftsOfOthers = (account: string): void =>
  remove((key) => key.startsWith(ANY) && !key.startsWith(`${DRAFT}${account}.`));
