// Loaded before the service: at SIGUSR2, its clock is an hour back.
//   node --import ./e2e/faults/shift-date.ts packages/server/src/main.ts
import process from "node:process";

const AN_HOUR = 3_600_000;
const Real = Date;
let shift = 0;
const now = (): number => Real.now() + shift;

globalThis.Date = new Proxy(Real, {
  construct: (target, given: unknown[], made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
  apply: () => new Real(now()).toString(),
  get: (target, name, from) => (name === "now" ? now : Reflect.get(target, name, from)),
});
process.on("SIGUSR2", () => (shift -= AN_HOUR));
