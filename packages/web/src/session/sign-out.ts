import { endSession, endSessions } from "../api/session.ts";
import { dropDrafts } from "./drafts.ts";
import { tellTabs } from "./tabs.ts";

const leave = (where: "here" | "everywhere"): void => {
  dropDrafts();
  tellTabs({ is: "signed-out" });
  // Loaded anew, so that nothing of anybody's records stays in the memory of the page.
  location.assign(`/sign-in?out=${where}`);
};

/** Signs out in this browser, and leaves nothing typed behind. */
export const signOut = async (): Promise<void> => {
  await endSession();
  leave("here");
};

/** Ends every session of the account, on other devices too. */
export const signOutEverywhere = async (): Promise<void> => {
  await endSessions();
  leave("everywhere");
};
