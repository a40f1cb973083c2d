import { createHash, randomBytes } from "node:crypto";

const BYTES = 32;

/** What is kept of a token, so that who reads the records cannot use it. */
export const hashOfToken = (token: string): Buffer => createHash("sha256").update(token).digest();

/** 256 bits by chance, as text for a cookie. */
export const newToken = (): string => randomBytes(BYTES).toString("base64url");
