import type { FastifyReply, FastifyRequest } from "fastify";
import { keepBriefly } from "../kept-briefly.ts";
import { newToken } from "../token.ts";
import type { Taker } from "../take-up/take-up-account.ts";
import type { CodeToTakeUp } from "../../store/queries/one-time-codes.ts";

const NAME = "concord_elsewhere";
const PATH = "/api/sign-in/oidc";
const MINUTES = 10;

/** A sign-in elsewhere that was begun here. */
export interface Flow {
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
  /** The page to move on to. */
  readonly to: string;
  /** The account that is taken up with it; null where somebody signs in. */
  readonly takingUp: { readonly held: CodeToTakeUp; readonly taker: Taker } | null;
}

export interface Flows {
  readonly begin: (request: FastifyRequest, reply: FastifyReply, flow: Flow) => void;
  /** The flow of this browser, once; null where it has none, or it is too old. */
  readonly end: (request: FastifyRequest, reply: FastifyReply) => Flow | null;
}

/** Kept here; the browser has a key to it, which comes along when the provider sends it back. */
export const keepFlows = (): Flows => {
  const flows = keepBriefly<Flow>({ minutes: MINUTES });
  const attributes = ({ protocol }: FastifyRequest) =>
    ({ path: PATH, httpOnly: true, sameSite: "lax", secure: protocol === "https" }) as const;
  return {
    begin: (request, reply, flow) => {
      const key = newToken();
      flows.keep(key, flow);
      void reply.setCookie(NAME, key, { ...attributes(request), maxAge: MINUTES * 60 });
    },
    end: (request, reply) => {
      void reply.clearCookie(NAME, attributes(request));
      return flows.take(request.cookies[NAME] ?? "");
    },
  };
};
