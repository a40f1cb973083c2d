/** The only door of the twin. */
export type { TwinFormat, TwinOptions, TwinProgress, TwinWritten } from "./write-twin.ts";
export { writeTwin } from "./write-twin.ts";
