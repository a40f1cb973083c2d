import { RequestProblem } from "./problems.ts";
import type { Service } from "./service.ts";

/** Fewer than half of the connections: whatever is downloaded, the rest of the service has its own. */
export const MOST_LONG_READS = 4;
/** By then many a download is over. */
const AGAIN_SECONDS = 15;

declare module "fastify" {
  interface FastifyContextConfig {
    /** Holds a connection of the store for as long as whoever asked takes to read the answer. */
    longRead?: true;
  }
}

/** Lets so many long reads go on at once, of all accounts together; those beyond are told to come again. */
export const boundLongReads = (service: Service, most = MOST_LONG_READS): void => {
  let underWay = 0;
  service.addHook("preHandler", async (request, reply) => {
    if (request.routeOptions.config.longRead !== true) return;
    if (underWay >= most) {
      void reply.header("retry-after", AGAIN_SECONDS);
      throw new RequestProblem("busy", `${most} long downloads are under way already. Try again in a minute.`);
    }
    underWay++;
    let over = false;
    const end = (): void => {
      if (!over) underWay--;
      over = true;
    };
    // Whoever leaves ends it too.
    reply.raw.once("finish", end).once("close", end);
  });
};
