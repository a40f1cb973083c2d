import { generate } from "otplib";
import { expect, test } from "vitest";
import { newTotpSecret, stepOfCode, totpUri } from "./authenticator-code.ts";

const NOW = 1_780_000_000;
const STEP = Math.floor(NOW / 30);

test("a code of now and of the steps beside it is right, once", async () => {
  const secret = newTotpSecret();
  for (const delta of [-1, 0, 1]) {
    const code = await generate({ secret, epoch: NOW + 30 * delta });
    expect(await stepOfCode(secret, code, 0, NOW)).toBe(STEP + delta);
    expect(await stepOfCode(secret, code, STEP + delta, NOW)).toBeNull();
  }
});

test("a step used by a clock that was an hour ahead locks nobody out", async () => {
  const secret = newTotpSecret();
  const code = await generate({ secret, epoch: NOW });
  expect(await stepOfCode(secret, code, STEP + 120, NOW)).toBe(STEP);
  expect(await stepOfCode(secret, code, STEP + 2, NOW)).toBeNull();
});

test("an older code, and another one, are not", async () => {
  const secret = newTotpSecret();
  expect(await stepOfCode(secret, await generate({ secret, epoch: NOW - 90 }), 0, NOW)).toBeNull();
  expect(await stepOfCode(secret, await generate({ secret: newTotpSecret(), epoch: NOW }), 0, NOW)).toBeNull();
});

test("the secret stands in the address that the application reads", () => {
  const secret = newTotpSecret();
  expect(totpUri(secret, "gp@practice")).toContain(`secret=${secret}`);
});
