import type { Page } from "playwright-core";

/** Ends every session of whoever is signed in on a page, in the service: the page itself does not know. */
export const endSessionsIn = async (address: string, page: Page): Promise<void> => {
  const answer = await page.context().request.delete(`${address}/api/sessions`, { headers: { origin: address } });
  if (answer.status() !== 204) throw new Error(`The sessions did not end: ${answer.status()}`);
};
