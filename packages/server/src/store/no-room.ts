/** PostgreSQL's codes for a disk that is full, or that takes nothing for another reason; the system's for the same. */
const CODES: ReadonlySet<unknown> = new Set(["53100", "58030", "ENOSPC", "EDQUOT", "EROFS"]);

/** Whether an error says that nothing can be written: what was asked is done once there is room, and not before. */
export const isNoRoom = (error: unknown): boolean =>
  error instanceof Error && CODES.has((error as { code?: unknown }).code);
