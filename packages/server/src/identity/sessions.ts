import { endSession, endSessionsOf, sessionSeen } from "../store/queries/ended-sessions.ts";
import { newSession } from "../store/queries/new-session.ts";
import { sessionByToken, type SessionFound } from "../store/queries/session-by-token.ts";
import { inPractice } from "../store/in-practice.ts";
import { isNoRoom } from "../store/no-room.ts";
import type { Database, Work } from "../store/schema.ts";
import type { SignedIn, SignedInBy } from "./actor.ts";
import { holds, type SessionLimits } from "./session-limits.ts";
import { hashOfToken, newToken } from "./token.ts";

/** Where a request came from, as far as that can be told. */
export interface Whence {
  readonly fromWhere: string;
  readonly device: string;
}

/** Drops what is remembered of sessions that a transaction ended: called once it is whole. */
export type Forget = () => void;

export interface Sessions {
  readonly limits: SessionLimits;
  /** Starts a session in the transaction at hand; the token for the cookie, or null where the account was closed meanwhile. */
  readonly start: (trx: Work, accountId: string, by: SignedInBy, whence: Whence) => Promise<string | null>;
  /** The session of a token; null where there is none that holds. */
  readonly of: (token: string) => Promise<SignedIn | null>;
  readonly end: (trx: Work, tokenHash: Buffer) => Promise<Forget>;
  /** All of an account, but for one where that is given: signed out everywhere, or the account has changed. */
  readonly endAll: (trx: Work, accountId: string, but?: Buffer) => Promise<Forget>;
  /** The account is called otherwise: its sessions go on and say so. */
  readonly forget: (accountId: string) => void;
}

/** How often it is written down that a session is in use. */
const SEEN_EVERY = 60_000;
/** Remembered sessions from which on those that no longer hold are dropped. */
const MOST_KNOWN = 2000;

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
  let changes = 0;
  const inService = <T>(work: (trx: Work) => Promise<T>): Promise<T> => inPractice(db, practiceId, work);

  const forget = (which: (session: SignedIn) => boolean): void => {
    changes++;
    for (const [key, { session }] of known) if (which(session)) known.delete(key);
  };

  const find = async (tokenHash: Buffer, key: string) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const before = changes;
    const found = await inService((trx) => sessionByToken(trx, tokenHash));
    if (found === null) return null;
    const session = signedIn(tokenHash, found);
    const entry = { session, written: session.seenAt };
    // What was read while an account changed may be of before: it is not remembered.
    if (before === changes) known.set(key, entry);
    if (known.size > MOST_KNOWN) forget((it) => !holds(it, Date.now(), limits));
    return entry;
  };

  const endOne = async (trx: Work, tokenHash: Buffer): Promise<Forget> => {
    await endSession(trx, tokenHash);
    return () => forget((session) => session.tokenHash.equals(tokenHash));
  };

  return {
    limits,
    start: async (trx, accountId, signedInBy, whence) => {
      const token = newToken();
      const started = await newSession(trx, { tokenHash: hashOfToken(token), accountId, signedInBy, ...whence });
      return started ? token : null;
    },
    of: async (token) => {
      const tokenHash = hashOfToken(token);
      const entry = await find(tokenHash, tokenHash.toString("hex"));
      if (entry === null) return null;
      const now = Date.now();
      if (!holds(entry.session, now, limits)) {
        (await inService((trx) => endOne(trx, tokenHash)))();
        return null;
      }
      entry.session.seenAt = now;
      if (Math.abs(now - entry.written) >= SEEN_EVERY) {
        entry.written = now;
        // That it cannot be written down on a full disk signs nobody out: it is remembered here.
        await inService((trx) => sessionSeen(trx, tokenHash)).catch((error: unknown) => {
          if (!isNoRoom(error)) throw error;
        });
      }
      return entry.session;
    },
    end: endOne,
    endAll: async (trx, accountId, but) => {
      await endSessionsOf(trx, accountId, but ?? null);
      return () => forget(({ account, tokenHash }) => account.id === accountId && but?.equals(tokenHash) !== true);
    },
    forget: (accountId) => forget(({ account }) => account.id === accountId),
  };
};
