import { expect, test } from "vitest";
import { Ledger } from "./ledger.ts";

const answers = (verdict: "acknowledged" | "refused" | "no answer") => async () => verdict;
const dies = async () => {
  throw new Error("the service was killed");
};

test("what was acknowledged has to be there, and stay there", async () => {
  const ledger = new Ledger();
  await ledger.change("referral a", "there", answers("acknowledged"));
  expect(ledger.compare("referral", new Set(["referral a"]))).toEqual([]);
  expect(ledger.compare("referral", new Set())).toEqual(["referral a: was acknowledged, and is lost"]);
});

test("what was taken back must not come again; what nobody asked for must not be there", async () => {
  const ledger = new Ledger();
  await ledger.change("referral a", "there", answers("acknowledged"));
  await ledger.change("referral a", "gone", answers("acknowledged"));
  expect(ledger.compare("referral", new Set(["referral a"]))).toEqual([
    "referral a: was taken back, and is there again",
  ]);
  expect(new Ledger().compare("referral", new Set(["referral b"]))).toEqual([
    "referral b: is there, and nobody asked for it",
  ]);
});

test("without an answer it may be there or not, and is held to what was found from then on", async () => {
  const ledger = new Ledger();
  await ledger.change("referral a", "there", dies);
  await ledger.change("referral b", "there", answers("no answer"));
  expect(ledger.compare("referral", new Set(["referral a"]))).toEqual([]);
  expect(ledger.compare("referral", new Set(["referral b"]))).toEqual([
    "referral a: was acknowledged, and is lost",
    "referral b: was taken back, and is there again",
  ]);
});

test("what was refused changes nothing; of two changes at once the second is left out", async () => {
  const ledger = new Ledger();
  await ledger.change("basket a", "there", answers("refused"));
  expect(ledger.compare("basket", new Set())).toEqual([]);
  await ledger.change("basket a", "there", async () => {
    await ledger.change("basket a", "gone", answers("acknowledged"));
    return "acknowledged";
  });
  expect(ledger.there("basket")).toEqual(["basket a"]);
  expect(ledger.acknowledged).toBe(1);
});
