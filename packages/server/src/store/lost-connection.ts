/** What the driver and the system say where the database is away, starting or ending. */
const CODES = /^(08|57P0|53300|ECONN|EPIPE|ETIMEDOUT)/;
const WORDS =
  /Connection terminated|connection is closed|timeout exceeded when trying to connect|Client has encountered/i;

/** Whether an error says that the database cannot be reached: to be tried again, not a fault of what was asked. */
export const isLostConnection = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (typeof code === "string" && CODES.test(code)) || WORDS.test(error.message);
};
