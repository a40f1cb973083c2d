import fastifyStatic from "@fastify/static";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { RequestProblem } from "./problems.ts";
import type { Service } from "./service.ts";

/** Names that the builder of the pages ends with a fingerprint of the content: these never change. */
const FINGERPRINTED = /[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+(?:\.(?:br|gz))?$/;

const A_YEAR = "public, max-age=31536000, immutable";
const ASK_AGAIN = "no-cache";

/** Addresses of files: none of the pages' own looks like these. */
const FILE = /^\/(?:assets\/|[^/]+\.[a-z0-9]{1,8}$)/i;

/** Addresses of the service itself, for which no page is ever answered. */
export const isOfService = (url: string): boolean => /^\/api(?:[/?]|$)/.test(url);

/**
 * The built pages. An address without a file is one of the pages' own: they open at it. A file that is missing stays
 * missing.
 */
export const servePages = (service: Service, folder: string | null): void => {
  const root = folder === null ? null : resolve(folder);
  const hasPages = root !== null && existsSync(join(root, "index.html"));
  if (hasPages)
    void service.register(fastifyStatic, {
      root,
      wildcard: false,
      globIgnore: ["**/*.map"],
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        void reply.header("cache-control", FINGERPRINTED.test(path) ? A_YEAR : ASK_AGAIN);
      },
    });
  service.setNotFoundHandler((request, reply) => {
    const { method, url } = request;
    const path = url.split("?", 1)[0] ?? "";
    const isPage = (method === "GET" || method === "HEAD") && !isOfService(url) && !FILE.test(path);
    if (hasPages && isPage) return reply.sendFile("index.html");
    throw new RequestProblem(
      "no-such-address",
      isOfService(url) ? "See /api/docs for every address." : "See / for the pages.",
    );
  });
};
