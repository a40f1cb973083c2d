import { generateSecret, generateURI, verify } from "otplib";

const STEP_SECONDS = 30;

/** A step that no code can be of at this time: it was used when the clock was ahead, and would lock its owner out until then. */
const isAhead = (usedStep: number, step: number): boolean => usedStep > step + 2;

/** A new shared secret, base32, for an authenticator application. */
export const newTotpSecret = (): string => generateSecret();

/** What an authenticator application reads off a square code. */
export const totpUri = (secret: string, login: string): string =>
  generateURI({ strategy: "totp", issuer: "Concord", label: login, secret });

/**
 * The time step of a code that is right now, give or take one step; null where it is not, or where its step or a later
 * one was used before (RFC 6238, 5.2).
 */
export const stepOfCode = async (
  secret: string,
  code: string,
  lastStep: number,
  nowSeconds = Math.floor(Date.now() / 1000),
): Promise<number | null> => {
  const found = await verify({ secret, token: code, epoch: nowSeconds, epochTolerance: STEP_SECONDS });
  if (!found.valid) return null;
  const step = Math.floor(nowSeconds / STEP_SECONDS) + found.delta;
  return step > lastStep || isAhead(lastStep, step) ? step : null;
};
