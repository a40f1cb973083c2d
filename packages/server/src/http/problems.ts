/**
 * Every way in which a request can fail, once: the stable code, the HTTP status and the title of its problem details.
 * The title says what the matter is; the detail beside it says what was found and what to do.
 */
export const PROBLEMS = {
  "request-not-valid": { status: 400, title: "Something in the request cannot be used" },
  "body-not-json": { status: 400, title: "The body is not valid JSON" },
  "file-missing": { status: 400, title: "The upload holds no file" },
  "upload-broken": { status: 400, title: "The upload did not come whole" },
  "address-not-valid": { status: 400, title: "The address cannot be read" },
  "not-signed-in": { status: 401, title: "You are not signed in" },
  "sign-in-refused": { status: 401, title: "Name, password or code is not right" },
  "code-not-valid": { status: 401, title: "The one-time code does not hold" },
  "passkey-refused": { status: 401, title: "The passkey is not taken" },
  "code-needed": { status: 401, title: "The code of your authenticator is needed" },
  "not-allowed": { status: 403, title: "Your roles do not allow this" },
  "reason-needed": { status: 403, title: "This person is not on your list" },
  "dose-support-off": { status: 403, title: "Dose support is off for live records" },
  "sign-in-again": { status: 403, title: "Sign in again before this change" },
  "origin-not-allowed": { status: 403, title: "Changes are taken from the service's own pages only" },
  "no-such-address": { status: 404, title: "There is nothing at this address" },
  "person-not-known": { status: 404, title: "Nobody in the records is named so" },
  "provider-not-known": { status: 404, title: "Nobody signs in there" },
  "account-not-known": { status: 404, title: "There is no such account" },
  "passkey-not-known": { status: 404, title: "There is no such passkey of yours" },
  "session-not-known": { status: 404, title: "There is no such session of yours" },
  "import-not-known": { status: 404, title: "There is no import with this number" },
  "text-not-known": { status: 404, title: "There is no unread text with this key" },
  "reading-not-known": { status: 404, title: "There is no reading with this number" },
  "referral-not-known": { status: 404, title: "There is no referral with this number" },
  "reason-not-known": { status: 404, title: "There is no reason with this number" },
  "share-not-known": { status: 404, title: "There is no share with this number" },
  "case-not-known": { status: 404, title: "There is no case with this number" },
  "saved-filter-not-known": { status: 404, title: "There is no saved filter with this number" },
  "start-again": { status: 409, title: "This took too long, or was done already" },
  "login-taken": { status: 409, title: "An account is called so already" },
  "last-way-in": { status: 409, title: "Nothing would be left to sign in with" },
  "passkeys-not-here": { status: 409, title: "Browsers have no passkeys for this address" },
  "last-administrator": { status: 409, title: "Nobody could look after the accounts any longer" },
  "demonstration-account": { status: 409, title: "A demonstration account keeps its password" },
  "no-register-yet": { status: 409, title: "There is no register yet" },
  "already-read": { status: 409, title: "Someone has read this text meanwhile" },
  "already-undone": { status: 409, title: "This has been undone already" },
  "import-under-way": { status: 409, title: "An import is under way" },
  "import-over": { status: 409, title: "The import is over: there is nothing to cancel" },
  "nothing-to-replace": { status: 409, title: "There is no such import to replace" },
  "name-taken": { status: 409, title: "A saved filter has this name already" },
  "basket-full": { status: 409, title: "The invitations of this month are full" },
  "records-there": { status: 409, title: "The installation is not empty" },
  "too-slow": { status: 408, title: "The request came too slowly" },
  "body-too-large": { status: 413, title: "The body is larger than the service takes" },
  "address-too-long": { status: 414, title: "The address is too long" },
  "media-type-not-taken": { status: 415, title: "This kind of body is not taken here" },
  "host-not-allowed": { status: 421, title: "The service does not answer under this name" },
  "reading-needs-person": { status: 422, title: "The text says no dose: it is read for one person at a time" },
  "reading-is-for-all": { status: 422, title: "The text says a dose: it is read once for everyone" },
  "reading-does-not-fit": { status: 422, title: "The reading does not fit the product" },
  "authenticator-code-not-right": { status: 422, title: "The six digits are not those of the authenticator" },
  "account-not-fit": { status: 422, title: "A person is not shared with this account" },
  "passkey-not-added": { status: 422, title: "The passkey cannot be added" },
  "password-not-right": { status: 422, title: "The present password is not right" },
  "backup-not-usable": { status: 422, title: "The backup cannot be used" },
  "wait-before-next-try": { status: 429, title: "Wait before the next try" },
  "asked-too-often": { status: 429, title: "This was asked for too often" },
  "headers-too-large": { status: 431, title: "The headers are too large" },
  "service-fault": { status: 500, title: "The service failed; nothing was changed" },
  "provider-not-answering": { status: 503, title: "The other service does not answer at the moment" },
  "store-not-answering": { status: 503, title: "The store does not answer at the moment" },
  busy: { status: 503, title: "Too many long downloads are under way" },
  "store-full": { status: 507, title: "The disk is full, or cannot be written to" },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

export interface FieldProblem {
  readonly at: string;
  readonly found: string;
  readonly todo: string;
}

/** Facts that some problems carry beside their words. */
export interface ProblemFacts {
  readonly problems?: readonly FieldProblem[];
  readonly by?: { readonly who: string; readonly at: string };
}

/** Leaves a handler with an answer that the caller can act on. */
export class RequestProblem extends Error {
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;

  constructor(code: ProblemCode, detail: string, facts: ProblemFacts = {}) {
    super(detail);
    this.code = code;
    this.facts = facts;
  }
}
