import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import multipart from "@fastify/multipart";
import fastify, { LogController, type FastifyServerOptions } from "fastify";
import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import { constants } from "node:zlib";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { checkHost, checkOrigin } from "./address-guard.ts";
import { answerNoRequest } from "./answer-no-request.ts";
import { answerProblem } from "./answer-problem.ts";
import { checkEncoding, checkHeaders } from "./body-guard.ts";
import { shareFairly } from "./fair-share.ts";
import { boundLongReads } from "./long-reads.ts";
import { describeRoutes, serveDescription } from "./openapi.ts";
import {
  HEADERS_SECONDS,
  KEPT_OPEN_SECONDS,
  MOST_BODY,
  MOST_CONNECTIONS,
  MOST_PARAM,
  MOST_UPLOAD,
  USUAL_PACE,
} from "./request-limits.ts";
import { addRoutes } from "./routes.ts";
import { NOT_STORED, securityHeaders } from "./security-headers.ts";
import { serviceLog } from "./service-log.ts";
import type { Service, ServiceParts } from "./service.ts";
import { dropSlowClients } from "./slow-clients.ts";
import { isOfService, servePages } from "./static-pages.ts";
import { guardRoutes } from "./who-acts.ts";
import { validateRequest } from "./validate-request.ts";

/** Below this, compressing costs more than it saves. */
const COMPRESS_FROM = 1024;

/** Brotli at its highest takes seconds for what a level of four does in milliseconds. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Of the server beneath. What Node would answer or pass over by itself is refused by address-guard and body-guard. */
const WIRE = {
  headersTimeout: HEADERS_SECONDS * 1000,
  connectionsCheckingInterval: 5000,
  maxHeadersCount: 0,
  requireHostHeader: false,
};

const newService = ({ log, tls, proxies = [], publicUrl }: ServiceParts): Service =>
  fastify({
    ...(tls === undefined ? { http: WIRE } : { https: { ...tls, ...WIRE } }),
    trustProxy: proxies.length === 0 ? false : [...proxies],
    logger: log === undefined ? false : serviceLog(log.level, log.write),
    genReqId: () => randomUUID(),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MOST_BODY,
    routerOptions: { maxParamLength: MOST_PARAM },
    // Errors before a route is found: no hook runs for them.
    clientErrorHandler: answerNoRequest(securityHeaders(publicUrl)),
    keepAliveTimeout: KEPT_OPEN_SECONDS * 1000,
    requestTimeout: 0, // A large file takes long; slow-clients.ts looks at its pace.
    frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply, securityHeaders(publicUrl)),
    return503OnClosing: false,
  } as FastifyServerOptions).withTypeProvider<ZodTypeProvider>() as unknown as Service;

const guard = (service: Service, publicUrl: string | null): void => {
  const headers = securityHeaders(publicUrl);
  service.addHook("onRequest", (request, reply, done) => {
    void reply.headers(headers).header("x-request-id", request.id);
    if (isOfService(request.url)) void reply.header("cache-control", NOT_STORED);
    try {
      checkHost(request, publicUrl);
      checkOrigin(request);
      checkHeaders(request);
      checkEncoding(request);
      done();
    } catch (problem) {
      done(problem as Error);
    }
  });
};

/** A connection is asked where it comes from while it is there: whoever has left is in the log by their address all the same. */
const noteWhence = (service: Service): void => {
  const look = (socket: Socket): void => void socket.remoteAddress;
  service.server.on("connection", look).on("secureConnection", look);
};

/** One line a request, when it is answered. */
const writeRequests = (service: Service): void => {
  service.addHook("onResponse", (request, reply, done) => {
    request.log.info({ req: request, res: reply, ms: Math.round(reply.elapsedTime * 10) / 10 }, "answered");
    done();
  });
};

/**
 * The service over HTTP: the practice's records for its pages, and the pages. It listens nowhere by itself, and
 * answers requests that name it alone: its public name, or this machine where it has none.
 */
export const buildServer = async (parts: ServiceParts): Promise<Service> => {
  const service = newService(parts);
  service.setValidatorCompiler(validateRequest as never);
  // What routes answer is typed by their schemas, and held against them in tests, not on every request.
  service.setSerializerCompiler(() => (data) => JSON.stringify(data));
  const headers = securityHeaders(parts.publicUrl);
  service.setErrorHandler((error, request, reply) => answerProblem(error, request, reply, headers));
  guard(service, parts.publicUrl);
  noteWhence(service);
  writeRequests(service);
  service.server.maxConnections = MOST_CONNECTIONS;
  // What a request expects besides is not looked at; Node would answer it itself, without our headers.
  service.server.on("checkExpectation", (request, reply) => service.server.emit("request", request, reply));
  dropSlowClients(service, parts.pace ?? USUAL_PACE);
  await service.register(cookie);
  guardRoutes(service, parts);
  shareFairly(service);
  boundLongReads(service);
  await service.register(compress, {
    global: true,
    globalDecompression: false,
    threshold: COMPRESS_FROM,
    encodings: ["br", "gzip"],
    brotliOptions: QUICK,
  });
  await service.register(multipart, {
    limits: { files: 1, fields: 4, fieldSize: 200, parts: 5, fileSize: parts.mostUpload ?? MOST_UPLOAD },
  });
  describeRoutes(service, parts.version);
  await service.register(async (routes) => addRoutes(routes as unknown as Service, parts));
  serveDescription(service);
  servePages(service, parts.webFolder);
  await service.ready();
  return service;
};
