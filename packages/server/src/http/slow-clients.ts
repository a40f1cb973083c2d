import type { FastifyReply, FastifyRequest } from "fastify";
import type { Socket } from "node:net";
import { RequestProblem } from "./problems.ts";
import type { Pace } from "./request-limits.ts";
import type { Service } from "./service.ts";

/** What has come and gone over a connection: bytes read; bytes written, and those that the system has not sent yet. */
interface Moved {
  readonly read: number;
  readonly written: number;
  readonly queued: number;
}

const movedOver = (socket: Socket): Moved => ({
  read: socket.bytesRead,
  written: socket.bytesWritten - socket.writableLength,
  // Of one large piece of an answer, Node counts no part as written before the whole is.
  queued: (socket as { readonly _handle?: { readonly writeQueueSize?: number } | null })._handle?.writeQueueSize ?? 0,
});

interface Watched {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** At the last look; null before the first. */
  before: Moved | null;
}

type Slow = "sending" | "taking" | null;

/** Since the last look it was the client who was waited for, and almost nothing came or went. */
const slowness = ({ request: { raw }, reply, before }: Watched, now: Moved, least: number): Slow => {
  if (before === null) return null;
  const { socket } = raw;
  if (!raw.complete) {
    const heldUpHere = raw.readableLength > 0 && !reply.raw.writableFinished;
    return !heldUpHere && now.read - before.read < least ? "sending" : null;
  }
  const took = Math.max(now.written - before.written, before.queued - now.queued);
  return socket.writableLength > 0 && took < least ? "taking" : null;
};

const drop = ({ request, reply }: Watched, slow: Exclude<Slow, null>): void => {
  const { socket } = request.raw;
  request.log.warn({ req: request, slow }, "client too slow");
  if (slow === "taking" || reply.sent) return void socket.destroy();
  reply.raw.once("finish", () => socket.destroySoon());
  void reply
    .header("connection", "close")
    .send(new RequestProblem("too-slow", "The body came too slowly. Send it again over a better line."));
};

/** A body that trickles in is refused; an answer that nobody takes is dropped. Both would hold memory and a connection. */
export const dropSlowClients = (service: Service, { watchedMilliseconds, bytesASecond }: Pace): void => {
  const open = new Set<Watched>();
  const sockets = new WeakSet<Socket>();
  const least = (bytesASecond * watchedMilliseconds) / 1000;
  const look = (): void => {
    for (const watched of open) {
      const { request, reply } = watched;
      const now = movedOver(request.raw.socket);
      const slow = slowness(watched, now, least);
      watched.before = now;
      if (slow !== null) drop(watched, slow);
      else if (reply.raw.writableFinished && request.raw.complete) open.delete(watched);
    }
  };
  const looking = setInterval(look, watchedMilliseconds).unref();
  service.addHook("onRequest", async (request, reply) => {
    // Without a network, as in some tests, there is nobody to be slow.
    if (request.raw.socket.bytesRead === undefined) return;
    const watched: Watched = { request, reply, before: null };
    open.add(watched);
    reply.raw.once("close", () => request.raw.complete && open.delete(watched));
    const { socket } = request.raw;
    if (sockets.has(socket)) return;
    sockets.add(socket);
    socket.once("close", () => {
      for (const each of open) if (each.request.raw.socket === socket) open.delete(each);
    });
  });
  service.addHook("onClose", async () => clearInterval(looking));
};
