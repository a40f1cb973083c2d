import type { FastifyRequest } from "fastify";
import { RequestProblem } from "./problems.ts";

const THIS_MACHINE = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;
const A_NAME = /^[a-z0-9._-]+(?::\d{1,5})?$/i;

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** As browsers write it: in small letters, without the usual port. Null where the headers make no sense. */
const originOf = ({ protocol, host }: FastifyRequest): string | null => {
  const origin = `${protocol}://${host}`;
  return (A_NAME.test(host) || THIS_MACHINE.test(host)) && /^https?$/.test(protocol) && URL.canParse(origin)
    ? new URL(origin).origin
    : null;
};

/** What needs no browser: the command line, which shows a key that no page can send, and whoever watches the service. */
const isOfThisMachine = ({ host, headers, url }: FastifyRequest): boolean =>
  THIS_MACHINE.test(host) && (headers.authorization !== undefined || url === "/api/health");

/**
 * A page elsewhere may let its own name point here, and so read what the service answers: only the name under which
 * people open it is answered, over HTTPS; where it has none, only the names of this machine.
 */
export const checkHost = (request: FastifyRequest, publicUrl: string | null): void => {
  const fits =
    publicUrl === null ? THIS_MACHINE.test(request.host) : originOf(request) === publicUrl || isOfThisMachine(request);
  if (!fits)
    throw new RequestProblem(
      "host-not-allowed",
      `Open the service as ${publicUrl ?? "localhost or 127.0.0.1"}. Under other names it answers nobody.`,
    );
};

/**
 * A page elsewhere may send a form here: changes are taken from pages that this host served. Programs that send
 * neither Origin nor Sec-Fetch-Site are no pages.
 */
export const checkOrigin = (request: FastifyRequest): void => {
  if (SAFE.has(request.method)) return;
  const { origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  const otherSite = site !== undefined && site !== "same-origin" && site !== "none";
  const otherOrigin = origin !== undefined && origin.toLowerCase() !== originOf(request);
  if (otherSite || otherOrigin)
    throw new RequestProblem(
      "origin-not-allowed",
      "The request comes from a page that this service did not serve. Make the change in the service's own pages.",
    );
};
