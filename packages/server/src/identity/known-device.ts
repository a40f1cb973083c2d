import { createHmac, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { newToken } from "./token.ts";

const NAME = "concord_device";
const A_YEAR_SECONDS = 365 * 24 * 60 * 60;
/** Accounts that one browser is known for: a computer in a consulting room has several people. The oldest is forgotten. */
const MOST_ACCOUNTS = 12;

const signatureOf = (secret: string, login: string, device: string): string =>
  createHmac("sha256", secret).update(`${login}\0${device}`).digest("base64url");

const same = (given: string, expected: string): boolean =>
  given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));

interface Device {
  readonly device: string;
  readonly signatures: readonly string[];
}

const PARTS = /^[\w-]{43}(?:\.[\w-]{43})+$/;

const deviceOf = ({ cookies }: FastifyRequest): Device | null => {
  const given = cookies[NAME] ?? "";
  if (!PARTS.test(given)) return null;
  const [device, ...signatures] = given.split(".") as [string, ...string[]];
  return { device, signatures: signatures.slice(0, MOST_ACCOUNTS) };
};

/**
 * The browser from which an account was signed in to before, by a cookie that names no account; null where it is not.
 * Failures are counted for it alone, so that a stranger's guesses make nobody wait who was here before.
 */
export const knownDevice = (request: FastifyRequest, secret: string, login: string): string | null => {
  const found = deviceOf(request);
  if (found === null) return null;
  const expected = signatureOf(secret, login, found.device);
  return found.signatures.some((given) => same(given, expected)) ? found.device : null;
};

/** From now on the browser is known for this account, and for those for which it was before. */
export const setKnownDevice = (request: FastifyRequest, reply: FastifyReply, secret: string, login: string): void => {
  const { device, signatures } = deviceOf(request) ?? { device: newToken(), signatures: [] };
  const signature = signatureOf(secret, login, device);
  const all = [signature, ...signatures.filter((other) => other !== signature)].slice(0, MOST_ACCOUNTS);
  void reply.setCookie(NAME, [device, ...all].join("."), {
    path: "/api",
    httpOnly: true,
    // Also where a provider elsewhere sends somebody back.
    sameSite: "lax",
    secure: request.protocol === "https",
    maxAge: A_YEAR_SECONDS,
  });
};
