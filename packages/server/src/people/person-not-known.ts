import { RequestProblem } from "../http/problems.ts";

export const personNotKnown = (): RequestProblem =>
  new RequestProblem("person-not-known", "Look the reference up in the register, or import the records that have it.");
