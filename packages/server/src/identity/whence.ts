import type { FastifyRequest } from "fastify";
import type { Whence } from "./sessions.ts";

const MOST = 200;

/** Where a request comes from: the address, and what the browser calls itself. */
export const whenceOf = ({ ip, headers }: FastifyRequest): Whence => ({
  fromWhere: ip,
  device: (headers["user-agent"] ?? "").slice(0, MOST),
});
