import type { FastifyReply, FastifyRequest } from "fastify";

/** Over TLS with the prefix that no other host and no plain connection can set. */
const PLAIN = "concord_session";
const SECURE = "__Host-concord_session";

const isSecure = ({ protocol }: FastifyRequest): boolean => protocol === "https";
const nameFor = (request: FastifyRequest): string => (isSecure(request) ? SECURE : PLAIN);

export const sessionTokenOf = (request: FastifyRequest): string | null => request.cookies[nameFor(request)] ?? null;

/** No script reads it, no other site sends it, and it ends with the browser. */
const attributes = (request: FastifyRequest) =>
  ({ path: "/", httpOnly: true, sameSite: "strict", secure: isSecure(request) }) as const;

export const setSessionCookie = (request: FastifyRequest, reply: FastifyReply, token: string): void => {
  void reply.setCookie(nameFor(request), token, attributes(request));
};

export const clearSessionCookie = (request: FastifyRequest, reply: FastifyReply): void => {
  void reply.clearCookie(nameFor(request), attributes(request));
};
