import type { FastifyReply, FastifyRequest } from "fastify";
import { RequestProblem } from "../http/problems.ts";
import { addSignInFailure, forgetSignInFailures, signInFailures } from "../store/queries/sign-in-failures.ts";
import type { Work } from "../store/schema.ts";
import { knownDevice } from "./known-device.ts";
import { waitLeft } from "./sign-in-wait.ts";

/** One address may be a whole practice behind one router. */
const FREE_FROM_ADDRESS = 30;

/** Under what failures are counted: the account from this browser or from unknown ones, and the address. */
export interface DelayKeys {
  readonly account: string;
  readonly address: string;
}

export const delayKeys = (request: FastifyRequest, secret: string, login: string): DelayKeys => ({
  account: `account ${login} ${knownDevice(request, secret, login) ?? "unknown device"}`,
  address: `address ${request.ip}`,
});

/** Refuses a try that comes too soon after failures, with the seconds to wait; the try itself is not looked at. */
export const checkDelay = async (trx: Work, { account, address }: DelayKeys, reply: FastifyReply): Promise<void> => {
  const found = await signInFailures(trx, [account, address]);
  const left = found.map(({ key, failures, lastAt }) =>
    waitLeft({ failures, lastAt: Date.parse(lastAt) }, Date.now(), key === address ? FREE_FROM_ADDRESS : undefined),
  );
  const seconds = Math.max(0, ...left);
  if (seconds === 0) return;
  void reply.header("retry-after", seconds);
  throw new RequestProblem("wait-before-next-try", `Try again in ${seconds} seconds.`);
};

export const countFailure = (trx: Work, practiceId: string, { account, address }: DelayKeys): Promise<void> =>
  addSignInFailure(trx, practiceId, [account, address]);

/** Signed in: the account begins anew. The address does not, since others guess from it too. */
export const forgetFailures = (trx: Work, { account }: DelayKeys): Promise<void> =>
  forgetSignInFailures(trx, [account]);
