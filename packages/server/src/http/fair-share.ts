import type { FastifyReply, FastifyRequest } from "fastify";
import { COMMAND_LINE } from "../identity/actor.ts";
import { RequestProblem } from "./problems.ts";
import type { Service } from "./service.ts";

interface Share {
  /** Under way at the same time. */
  readonly atOnce: number;
  /** Begun within the time. */
  readonly most: number;
  readonly seconds: number;
}

/** What one account may have of what costs the service much. Nobody who works reaches it. */
export const SHARES = {
  /** Whole files: a backup, an export, the register as a table. */
  download: { atOnce: 2, most: 20, seconds: 600 },
  /** One person's dose reckoned anew, step by step. */
  reckoning: { atOnce: 4, most: 240, seconds: 60 },
} as const satisfies Readonly<Record<string, Share>>;

export type ShareName = keyof typeof SHARES;

declare module "fastify" {
  interface FastifyContextConfig {
    /** Of which share of an account the route takes; what costs little says nothing. */
    share?: ShareName;
  }
}

/** When what was begun within the time began, and how much of it is under way. */
interface Use {
  begun: number[];
  underWay: number;
}

/** So many accounts are remembered before those of long ago are forgotten. */
const MOST_REMEMBERED = 10_000;

const secondsLeft = ({ begun, underWay }: Use, { atOnce, most, seconds }: Share, now: number): number => {
  if (underWay >= atOnce) return 5;
  const [first] = begun;
  return begun.length < most || first === undefined ? 0 : Math.max(1, Math.ceil((first - now) / 1000 + seconds));
};

/** Keeps one account from taking what all others wait for: whoever asks too often is told when to ask again. */
export const shareFairly = (service: Service, clock: () => number = Date.now): void => {
  const uses = new Map<string, Use>();
  /** By request: whoever leaves a download ends it too. */
  const ends = new Map<string, () => void>();
  const useOf = (key: string, seconds: number, now: number): Use => {
    const use = uses.get(key) ?? { begun: [], underWay: 0 };
    use.begun = use.begun.filter((at) => at > now - seconds * 1000);
    uses.delete(key);
    uses.set(key, use);
    for (const [other, { underWay }] of uses) {
      if (uses.size <= MOST_REMEMBERED) break;
      if (underWay === 0) uses.delete(other);
    }
    return use;
  };
  const take = (request: FastifyRequest, reply: FastifyReply, name: ShareName): void => {
    const share: Share = SHARES[name];
    const now = clock();
    const use = useOf(`${name} ${request.actor?.accountId ?? COMMAND_LINE.name}`, share.seconds, now);
    const wait = secondsLeft(use, share, now);
    if (wait > 0) {
      void reply.header("retry-after", wait);
      throw new RequestProblem("asked-too-often", `Others wait for the service too. Ask again in ${wait} seconds.`);
    }
    use.begun.push(now);
    use.underWay++;
    const over = (): void => {
      if (ends.delete(request.id)) use.underWay--;
    };
    ends.set(request.id, over);
    reply.raw.once("close", over);
  };
  service.addHook("preValidation", async (request, reply) => {
    const { share } = request.routeOptions.config;
    if (share !== undefined) take(request, reply, share);
  });
  service.addHook("onResponse", async ({ id }) => ends.get(id)?.());
};
