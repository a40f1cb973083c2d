import { createHmac, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { newToken } from "./token.ts";

const NAME = "concord_device";
const A_YEAR_SECONDS = 365 * 24 * 60 * 60;

const signatureOf = (secret: string, login: string, device: string): Buffer =>
  createHmac("sha256", secret).update(`${login}\0${device}`).digest();

/**
 * The browser from which an account was signed in to before, by a cookie that names no account; null where it is not.
 * Failures are counted for it alone, so that a stranger's guesses make nobody wait who was here before.
 */
export const knownDevice = ({ cookies }: FastifyRequest, secret: string, login: string): string | null => {
  const [device = "", signature = ""] = (cookies[NAME] ?? "").split(".");
  const expected = signatureOf(secret, login, device);
  const given = Buffer.from(signature, "base64url");
  return given.length === expected.length && timingSafeEqual(given, expected) ? device : null;
};

export const setKnownDevice = (request: FastifyRequest, reply: FastifyReply, secret: string, login: string): void => {
  const device = newToken();
  void reply.setCookie(NAME, `${device}.${signatureOf(secret, login, device).toString("base64url")}`, {
    path: "/api/sign-in",
    httpOnly: true,
    sameSite: "strict",
    secure: request.protocol === "https",
    maxAge: A_YEAR_SECONDS,
  });
};
