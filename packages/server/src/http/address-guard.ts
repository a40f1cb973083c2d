import type { FastifyRequest } from "fastify";
import { RequestProblem } from "./problems.ts";

const THIS_MACHINE = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A page elsewhere may let its own name point to this machine, and so read what the service answers: only the names
 * of this machine are answered.
 */
export const checkHost = ({ headers }: FastifyRequest): void => {
  if (!THIS_MACHINE.test(headers.host ?? ""))
    throw new RequestProblem(
      "host-not-allowed",
      "The request names another host. Open the service as localhost or 127.0.0.1: there is no sign-in yet.",
    );
};

/**
 * A page elsewhere may send a form to this machine: changes are taken from pages that this host served. Programs that
 * send neither Origin nor Sec-Fetch-Site are no pages.
 */
export const checkOrigin = ({ method, headers }: FastifyRequest): void => {
  if (SAFE.has(method)) return;
  const { origin, host } = headers;
  const site = headers["sec-fetch-site"];
  const otherSite = site !== undefined && site !== "same-origin" && site !== "none";
  const otherOrigin = origin !== undefined && origin.toLowerCase() !== `http://${host ?? ""}`.toLowerCase();
  if (otherSite || otherOrigin)
    throw new RequestProblem(
      "origin-not-allowed",
      "The request comes from a page that this service did not serve. Make the change in the service's own pages.",
    );
};
