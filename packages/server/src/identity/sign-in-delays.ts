import type { FastifyReply, FastifyRequest } from "fastify";
import { RequestProblem } from "../http/problems.ts";
import type { ServiceParts } from "../http/service.ts";
import {
  addSignInFailure,
  forgetSignInFailures,
  lockTries,
  signInFailures,
  takeBackSignInFailure,
} from "../store/queries/sign-in-failures.ts";
import type { Work } from "../store/schema.ts";
import { addressKey } from "./address-key.ts";
import { knownDevice } from "./known-device.ts";
import { waitLeft } from "./sign-in-wait.ts";

/** One address may be a whole practice behind one router. */
const FREE_FROM_ADDRESS = 30;

/** Under what tries are counted: the narrow key, and the address where the browser is not known. */
export interface TryKeys {
  readonly narrow: string;
  readonly address: string | null;
}

/** By what somebody tries to get in; a login is guessed at, other ways name no account until they are right. */
export type Trying = "password" | "one-time-code" | "passkey";

/**
 * A browser from which the account was signed in to before is counted for itself, whatever strangers do. All others
 * share the tries at one account, and those from one address.
 */
export const tryKeys = (request: FastifyRequest, secret: string, by: Trying, login: string | null): TryKeys => {
  const device = login === null ? null : knownDevice(request, secret, login);
  if (device !== null) return { narrow: `account ${login} ${device}`, address: null };
  const place = addressKey(request.ip);
  return {
    narrow: by === "password" ? `account ${login} unknown device` : `${by} from ${place}`,
    address: `address ${place}`,
  };
};

const listed = ({ narrow, address }: TryKeys): readonly string[] => (address === null ? [narrow] : [narrow, address]);

/**
 * Counts a try as failed before it is looked at, so that many at once are no more than many in a row; refuses it, with
 * the seconds to wait, where it comes too soon after failures. Whoever was right takes it back.
 */
export const takeTry = async (
  trx: Work,
  { practiceId }: Pick<ServiceParts, "practiceId">,
  keys: TryKeys,
  reply: FastifyReply,
): Promise<void> => {
  await lockTries(trx, listed(keys));
  const found = await signInFailures(trx, listed(keys));
  const left = found.map((failed) => waitLeft(failed, failed.key === keys.address ? FREE_FROM_ADDRESS : undefined));
  const seconds = Math.max(0, ...left);
  if (seconds === 0) return addSignInFailure(trx, practiceId, listed(keys));
  void reply.header("retry-after", seconds);
  throw new RequestProblem("wait-before-next-try", `Try again in ${seconds} seconds.`);
};

/** It was no failure, and no success either: it counts neither way. */
export const takeBackTry = async (trx: Work, keys: TryKeys): Promise<void> => {
  await lockTries(trx, listed(keys));
  await takeBackSignInFailure(trx, listed(keys));
};

/** Right: the count begins anew. That of the address does not, since others guess from it too. */
export const forgetTries = async (trx: Work, { narrow, address }: TryKeys): Promise<void> => {
  await lockTries(trx, listed({ narrow, address }));
  await forgetSignInFailures(trx, [narrow]);
  if (address !== null) await takeBackSignInFailure(trx, [address]);
};
