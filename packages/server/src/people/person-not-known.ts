import { RequestProblem } from "../http/problems.ts";

export const personNotKnown = (): RequestProblem =>
  new RequestProblem("person-not-known", "Look for the person in the register, or import the records that name them.");
