import type { Role } from "@concord/exchange/api";
import type { Doer } from "../policy/policy.ts";

/** Whoever asks the service for something. */
export interface Actor {
  /** Null of the command line. */
  readonly accountId: string | null;
  readonly name: string;
  readonly doers: readonly Doer[];
  readonly session: SignedIn | null;
}

/** An account as a session knows it. */
export interface SignedInAccount {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly demonstration: boolean;
  readonly personId: number | null;
}

export type SignedInBy = "password" | "password-code" | "passkey" | "oidc" | "one-time-code";

/** A session that holds now. */
export interface SignedIn {
  readonly tokenHash: Buffer;
  readonly account: SignedInAccount;
  readonly signedInBy: SignedInBy;
  readonly startedAt: number;
  seenAt: number;
}

/** Whoever signs in with the key in the service's data folder. */
export const COMMAND_LINE: Actor = { accountId: null, name: "command line", doers: ["command-line"], session: null };
