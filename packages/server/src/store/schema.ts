import type { RegisterEntry } from "@concord/core";
import type { Purpose, Role } from "@concord/exchange/api";
import type { ColumnType, Generated, GeneratedAlways, Kysely, Transaction } from "kysely";

/** Columns with a default: may be left out when a row is written. */
type Defaulted<T> = ColumnType<T, T | undefined, T>;
/** Instants leave the database as ISO 8601 in UTC. */
type Instant = string;
/** Calendar dates are ISO 8601 text, never a moment in time. */
type IsoDate = string;
/** Written as JSON text, read as what it says. */
type Json<T> = ColumnType<T, string, string>;

export interface PracticeTable {
  id: Generated<string>;
  name: string;
  synthetic: Defaulted<boolean>;
  basket_capacity: Defaulted<number>;
  created_at: Defaulted<Instant>;
}

export interface PersonTable {
  practice_id: string;
  id: GeneratedAlways<number>;
  reference: string;
  birth_year: number | null;
  sex: string | null;
  registered: IsoDate | null;
  /** How addresses name them: a UUID that says nothing of them. */
  key: Generated<string>;
}

/** What one import says of a person; `PersonTable` has what counts. */
export interface PersonDetailTable {
  practice_id: string;
  import_id: number;
  person_id: number;
  birth_year: number | null;
  sex: string | null;
  registered: IsoDate | null;
}

export type ItemClassName = "opioid" | "companion" | "not-watched" | "refused";

export interface ItemTable {
  practice_id: string;
  id: GeneratedAlways<number>;
  hash: Buffer;
  product_name: string;
  codes: Json<{ system: string | null; code: string }[]>;
  /** The text; of structured directions, what they say as text where they do. */
  directions: string;
  dosage: Json<unknown[] | null>;
  quantity: string | null;
  quantity_unit: string | null;
  days: number | null;
  class: ItemClassName;
  /** Shared by all items of one product with one text: what a reading by hand is of. */
  reading_key: string;
  /** Why the engine did not read the directions of an opioid; null where it did, or need not. */
  unread_reason: string | null;
  unread_because: string | null;
  counted_in: string | null;
  /** Its text says nothing of the dose: a reading by hand holds for one person alone. */
  each_person: Defaulted<boolean>;
}

export type ImportState = "queued" | "reading" | "building" | "done" | "failed" | "cancelled" | "replaced";
export interface ImportError {
  code: string;
  found: string;
  todo: string;
}

/** What was found in a file. */
export interface ImportContents {
  /** Of an archive, the files that are read, and those that are not; none where the file is no archive. */
  readonly parts: readonly { readonly file: string; readonly format: string }[];
  readonly notRead: readonly { readonly file: string; readonly why: string }[];
  /** What holds for the reading as a whole. */
  readonly remarks: readonly string[];
  /** Of how many people it changed a year of birth, sex or day of registration that was known. */
  readonly corrected: number;
}

export interface ImportTable {
  practice_id: string;
  id: GeneratedAlways<number>;
  file_name: string;
  sha256: string;
  bytes: number;
  format: string | null;
  /** The line of column names as it stands. */
  header: string | null;
  state: Defaulted<ImportState>;
  live: Defaulted<boolean>;
  bytes_read: Defaulted<number>;
  last_row: Defaulted<number>;
  rows_read: Defaulted<number>;
  used: Defaulted<number>;
  set_aside: Defaulted<number>;
  refused: Defaulted<number>;
  queued_at: Defaulted<Instant>;
  started_at: Instant | null;
  finished_at: Instant | null;
  error: Json<ImportError | null>;
  replaces: number | null;
  replaced_by: number | null;
  contents: Json<ImportContents | null>;
}

export interface IssueTable {
  practice_id: string;
  import_id: number;
  seq: number;
  row_no: number;
  person_id: number;
  item_id: number;
  day: IsoDate;
  kind: "acute" | "repeat" | "repeat-dispensing" | "elsewhere";
  prescriber: string | null;
  raw: string;
  /** The part of an archive that it stands in; null where the file is no archive. */
  part: string | null;
  /** The first day on which a stopped order holds no longer; or that it was stopped and nothing tells when. */
  stopped: IsoDate | null;
  stopped_untold: Defaulted<boolean>;
}

/** The issues that count now; read only. */
export interface LiveIssueView extends IssueTable {
  file_name: string;
}

export interface RowNotUsedTable {
  practice_id: string;
  import_id: number;
  seq: number;
  row_no: number;
  outcome: "set-aside" | "refused";
  reason: string;
  found: string;
  raw: string;
  part: string | null;
  /** Whose, of when and of what, where a refused row is or may be of an opioid. */
  person_id: number | null;
  day: IsoDate | null;
  product: string | null;
}

export interface ReadingByHandTable {
  practice_id: string;
  id: GeneratedAlways<number>;
  reading_key: string;
  product_name: string;
  directions: string;
  min_a_day: number;
  max_a_day: number;
  as_needed: Defaulted<boolean>;
  note: Defaulted<string>;
  who: string;
  at: Defaulted<Instant>;
  undone_by: string | null;
  undone_at: Instant | null;
  /** Whom alone it is of; null where it holds for everyone with the text. */
  person_id: number | null;
}

export interface RegisterBuildTable {
  practice_id: string;
  id: GeneratedAlways<number>;
  built_at: Defaulted<Instant>;
  as_of: IsoDate;
  data_from: IsoDate;
  table_id: string;
  quarters: IsoDate[];
  current: Defaulted<boolean>;
  /** The version of the engine that built it. */
  engine: Defaulted<string>;
}

/** A finding as the register names it, without its evidence. */
export interface ShownFinding {
  readonly code: string;
  readonly title: string;
  readonly months?: number;
}

/** [days since 1 Jan 1970, most as directed mg a day, supplied mg a day] at each change. */
export type Spark = readonly (readonly [number, number, number])[];

export interface RegisterRowTable {
  practice_id: string;
  build_id: number;
  person_id: number;
  reference: string;
  birth_year: number | null;
  age: number | null;
  sex: string | null;
  registered: IsoDate | null;
  directed_min_ng: number;
  directed_max_ng: number;
  supplied_ng: number;
  at_least: boolean;
  not_readable: boolean;
  current: boolean;
  since: IsoDate | null;
  last_issue: IsoDate | null;
  prescriber: string | null;
  findings: string[];
  substances: string[];
  medicines: string[];
  /** For each of the build's quarters; null where no opioid for pain was current. */
  quarter_ng: (number | null)[];
  spark: Json<Spark>;
  entry: Json<RegisterEntry>;
  shown_findings: Json<readonly ShownFinding[]>;
}

export interface ReferralTable {
  practice_id: string;
  id: GeneratedAlways<number>;
  person_id: number;
  reason: string;
  self_referral: Defaulted<boolean>;
  who: string | null;
  at: Defaulted<Instant>;
  undone_at: Instant | null;
}

export interface BasketTable {
  practice_id: string;
  month: string;
  person_id: number;
  who: string | null;
  added_at: Defaulted<Instant>;
}

export interface SavedFilterTable {
  practice_id: string;
  id: GeneratedAlways<number>;
  name: string;
  filter: string;
  at: Defaulted<Instant>;
}

/** Written from the policy at each start. */
export interface RightOnTableTable {
  doer: string;
  purpose: Purpose;
  table_name: string;
  reach: string;
  writes: boolean;
}

export interface AccountTable {
  practice_id: string;
  id: Generated<string>;
  login: string;
  name: string;
  roles: Role[];
  person_id: number | null;
  demonstration: Defaulted<boolean>;
  created_at: Defaulted<Instant>;
  created_by: string | null;
  disabled_at: Instant | null;
}

export interface PasswordCredentialTable {
  practice_id: string;
  account_id: string;
  phc: string;
  set_at: Defaulted<Instant>;
}

export interface TotpCredentialTable {
  practice_id: string;
  account_id: string;
  secret: string;
  confirmed_at: Instant | null;
  last_step: Defaulted<number>;
}

export interface PasskeyTable {
  practice_id: string;
  credential_id: string;
  account_id: string;
  public_key: Buffer;
  counter: number;
  transports: Defaulted<string[]>;
  name: string;
  added_at: Defaulted<Instant>;
  last_used_at: Instant | null;
}

export interface OidcIdentityTable {
  practice_id: string;
  issuer: string;
  subject: string;
  account_id: string;
  linked_at: Defaulted<Instant>;
}

export interface OneTimeCodeTable {
  practice_id: string;
  code_hash: Buffer;
  account_id: string | null;
  made_at: Defaulted<Instant>;
  expires_at: Instant;
  used_at: Instant | null;
}

export interface SessionTable {
  practice_id: string;
  token_hash: Buffer;
  account_id: string;
  signed_in_by: string;
  from_where: string;
  device: string;
  started_at: Defaulted<Instant>;
  seen_at: Defaulted<Instant>;
  ended_at: Instant | null;
}

export interface SignInDelayTable {
  practice_id: string;
  key: string;
  failures: number;
  last_at: Instant;
}

export interface AccessReasonTable {
  practice_id: string;
  id: GeneratedAlways<number>;
  account_id: string;
  person_id: number;
  reason: string;
  at: Defaulted<Instant>;
  until: Instant;
  reviewed_by: string | null;
  reviewed_at: Instant | null;
}

export interface ShareTable {
  practice_id: string;
  id: GeneratedAlways<number>;
  person_id: number;
  account_id: string;
  with_identity: Defaulted<boolean>;
  why: string;
  shared_by: string | null;
  at: Defaulted<Instant>;
  undone_at: Instant | null;
}

export interface SafetyAcceptanceTable {
  practice_id: string;
  id: GeneratedAlways<number>;
  officer: string;
  registration: string;
  version: string;
  digest: string;
  recorded_by: string | null;
  at: Defaulted<Instant>;
  withdrawn_at: Instant | null;
}

export interface AuditHeadTable {
  practice_id: string;
  number: number;
  hash: Buffer;
}

/** Number, time and hashes are the database's own. */
export interface AuditLogTable {
  practice_id: string;
  number: GeneratedAlways<number>;
  at: GeneratedAlways<Instant>;
  account_id: string | null;
  who: string;
  roles: string;
  purpose: string;
  action: string;
  outcome: "done" | "refused" | "failed";
  people: number[];
  everybody: boolean;
  about: Json<Readonly<Record<string, unknown>>>;
  why: string;
  from_where: string;
  request: string;
  previous: GeneratedAlways<Buffer>;
  hash: GeneratedAlways<Buffer>;
}

/** Whom the practice has removed; kept so that a later file does not bring them back. */
export interface TombstoneTable {
  practice_id: string;
  person_id: number;
  salt: Buffer;
  reference_digest: Buffer;
  reason: string;
  removed_by: string | null;
  at: Defaulted<Instant>;
}

export interface Tables {
  practice: PracticeTable;
  person: PersonTable;
  person_detail: PersonDetailTable;
  item: ItemTable;
  import: ImportTable;
  issue: IssueTable;
  live_issue: LiveIssueView;
  row_not_used: RowNotUsedTable;
  reading_by_hand: ReadingByHandTable;
  register_build: RegisterBuildTable;
  register_row: RegisterRowTable;
  referral: ReferralTable;
  basket: BasketTable;
  saved_filter: SavedFilterTable;
  right_on_table: RightOnTableTable;
  account: AccountTable;
  password_credential: PasswordCredentialTable;
  totp_credential: TotpCredentialTable;
  passkey: PasskeyTable;
  oidc_identity: OidcIdentityTable;
  one_time_code: OneTimeCodeTable;
  session: SessionTable;
  sign_in_delay: SignInDelayTable;
  access_reason: AccessReasonTable;
  share: ShareTable;
  safety_acceptance: SafetyAcceptanceTable;
  audit_head: AuditHeadTable;
  audit_log: AuditLogTable;
  tombstone: TombstoneTable;
}

/** The service's connections: every query of a practice's tables goes through `inPractice`. */
export type Database = Kysely<Tables>;
/** Inside one transaction, of one practice where `inPractice` opened it. */
export type Work = Transaction<Tables>;
