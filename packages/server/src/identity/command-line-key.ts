import { timingSafeEqual } from "node:crypto";
import { hashOfToken } from "./token.ts";

const BEARER = /^Bearer ([A-Za-z0-9_-]{1,100})$/;

/** Whether a request comes with the key that the service wrote where its own account alone can read it. */
export const isCommandLineKey = (authorization: string, key: string | null): boolean => {
  const given = BEARER.exec(authorization)?.[1];
  return given !== undefined && key !== null && timingSafeEqual(hashOfToken(given), hashOfToken(key));
};
