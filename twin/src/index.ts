/** The only door of the twin. */
export type { TwinFormat, TwinOptions, TwinProgress, TwinWritten } from "./write-twin.ts";
export { writeTwin } from "./write-twin.ts";
export type { Found, Score, SituationScore } from "./score.ts";
export { score } from "./score.ts";
export type { PersonTruth, Truth } from "./truth/truth-shape.ts";
