/**
 * The account that these pages are open for; null before anybody signed in. Requests and drafts ask for it outside of
 * any component, so it lies beside the query cache.
 */
let account: string | null = null;

export const who = (): string | null => account;
export const setWho = (id: string | null): void => {
  account = id;
};
