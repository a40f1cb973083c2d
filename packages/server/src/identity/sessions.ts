import { endSession, endSessionsOf, sessionSeen } from "../store/queries/ended-sessions.ts";
import { newSession } from "../store/queries/new-session.ts";
import { sessionByToken, type SessionFound } from "../store/queries/session-by-token.ts";
import { inPractice } from "../store/in-practice.ts";
import type { Database, Work } from "../store/schema.ts";
import type { SignedIn, SignedInBy } from "./actor.ts";
import { holds, type SessionLimits } from "./session-limits.ts";
import { hashOfToken, newToken } from "./token.ts";

/** Where a request came from, as far as that can be told. */
export interface Whence {
  readonly fromWhere: string;
  readonly device: string;
}

export interface Sessions {
  readonly limits: SessionLimits;
  /** Starts a session in the transaction at hand; the token for the cookie. */
  readonly start: (trx: Work, accountId: string, by: SignedInBy, whence: Whence) => Promise<string>;
  /** The session of a token; null where there is none that holds. */
  readonly of: (token: string) => Promise<SignedIn | null>;
  readonly end: (session: SignedIn) => Promise<void>;
  /** All of an account: signed out everywhere, or the account has changed. */
  readonly endAll: (accountId: string) => Promise<void>;
}

/** How often it is written down that a session is in use. */
const SEEN_EVERY = 60_000;

const signedIn = (tokenHash: Buffer, found: SessionFound): SignedIn => ({
  tokenHash,
  account: {
    id: found.accountId,
    login: found.login,
    name: found.name,
    roles: found.roles,
    demonstration: found.demonstration,
    personId: found.personId,
  },
  signedInBy: found.signedInBy as SignedInBy,
  startedAt: Date.parse(found.startedAt),
  seenAt: Date.parse(found.seenAt),
});

/**
 * Sessions are kept in the database, and those in use remembered here: one service alone is at work on these records,
 * so that nobody else ends one.
 */
export const createSessions = (
  { db, practiceId }: { readonly db: Database; readonly practiceId: string },
  limits: SessionLimits,
): Sessions => {
  const known = new Map<string, { readonly session: SignedIn; written: number }>();
  const inService = <T>(work: (trx: Work) => Promise<T>): Promise<T> => inPractice(db, practiceId, work);

  const find = async (tokenHash: Buffer, key: string) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const found = await inService((trx) => sessionByToken(trx, tokenHash));
    if (found === null) return null;
    const session = signedIn(tokenHash, found);
    const entry = { session, written: session.seenAt };
    known.set(key, entry);
    return entry;
  };

  const end = async ({ tokenHash }: SignedIn): Promise<void> => {
    known.delete(tokenHash.toString("hex"));
    await inService((trx) => endSession(trx, tokenHash));
  };

  return {
    limits,
    start: async (trx, accountId, signedInBy, whence) => {
      const token = newToken();
      await newSession(trx, { practiceId, tokenHash: hashOfToken(token), accountId, signedInBy, ...whence });
      return token;
    },
    of: async (token) => {
      const tokenHash = hashOfToken(token);
      const entry = await find(tokenHash, tokenHash.toString("hex"));
      if (entry === null) return null;
      const now = Date.now();
      if (!holds(entry.session, now, limits)) {
        await end(entry.session);
        return null;
      }
      entry.session.seenAt = now;
      if (Math.abs(now - entry.written) >= SEEN_EVERY) {
        entry.written = now;
        await inService((trx) => sessionSeen(trx, tokenHash));
      }
      return entry.session;
    },
    end,
    endAll: async (accountId) => {
      for (const [key, { session }] of known) if (session.account.id === accountId) known.delete(key);
      await inService((trx) => endSessionsOf(trx, accountId));
    },
  };
};
