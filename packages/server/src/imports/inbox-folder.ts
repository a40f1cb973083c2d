import { join } from "node:path";

/** The folder whose files may be imported by name. */
export const inboxIn = (dataFolder: string): string => join(dataFolder, "inbox");

/** Where its files lie once they were taken in. */
export const takenIn = (dataFolder: string): string => join(inboxIn(dataFolder), "taken");
