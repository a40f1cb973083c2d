import type { FastifyRequest } from "fastify";
import type { FastifyServerOptions } from "fastify";

/**
 * What is written of a request: its kind and the pattern of its address. Addresses hold nothing of people, but anyone may
 * write anything into one; bodies are of people. Neither is ever written down.
 */
const request = (it: FastifyRequest) => ({ method: it.method, address: it.routeOptions.url ?? "not known" });

/** Structured lines, one a request, with the number that problem details carry. */
export const serviceLog = (
  level: string,
  write: (line: string) => void,
): Exclude<FastifyServerOptions["logger"], undefined> => ({
  level,
  base: null,
  serializers: {
    req: request,
    // Messages of the store may quote values of records.
    err: ({ name, code }: { readonly name?: string; readonly code?: unknown }) => ({
      type: name ?? "Error",
      message: String(code ?? ""),
      stack: "",
    }),
    res: ({ statusCode }: { readonly statusCode?: number }) => ({ status: statusCode ?? 0 }),
  },
  stream: { write },
});
