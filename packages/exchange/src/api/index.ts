/** The shapes that travel between the service and its pages: the door for both. */
export * from "./access-log.ts";
export * from "./access-reasons.ts";
export * from "./accounts.ts";
export * from "./audit-log.ts";
export * from "./backup.ts";
export * from "./identity.ts";
export * from "./imports.ts";
export * from "./own-account.ts";
export * from "./passkeys.ts";
export * from "./people.ts";
export * from "./practice.ts";
export * from "./register.ts";
export * from "./roles.ts";
export * from "./safety.ts";
export * from "./shapes.ts";
export * from "./take-up.ts";
export * from "./unread-directions.ts";
