import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from "fastify";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { SecureContextOptions } from "node:tls";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { AuditWriter } from "../audit/audit-writer.ts";
import type { OidcProvider } from "../identity/oidc/provider-settings.ts";
import type { Sessions } from "../identity/sessions.ts";
import type { ImportQueue } from "../imports/queue-types.ts";
import type { Changes } from "../register/remembered.ts";
import type { RegisterBuilder } from "../register/builder-types.ts";
import type { DoseSupport } from "../safety/dose-support.ts";
import type { Connection } from "../store/connect.ts";
import type { Database } from "../store/schema.ts";
import type { Pace } from "./request-limits.ts";

export interface BackupParts {
  readonly owner: Connection;
  readonly dataFolder: string;
  /** The records are others now, of another practice: the service has to begin anew. */
  readonly afterRestore: () => void;
}

/** What the routes stand on. */
export interface ServiceParts {
  readonly db: Database;
  readonly practiceId: string;
  readonly imports: ImportQueue;
  readonly register: RegisterBuilder;
  readonly doseSupport: DoseSupport;
  readonly changes: Changes;
  readonly sessions: Sessions;
  readonly audit: AuditWriter;
  /** What the cookies of known browsers are signed with. */
  readonly deviceSecret: string;
  /** What the command line of this machine shows of itself; null where there is none. */
  readonly commandLineKey: string | null;
  /** Where people sign in elsewhere; nowhere where it is left out. */
  readonly oidc?: readonly OidcProvider[];
  /** The built pages; null where the service runs without them. */
  readonly webFolder: string | null;
  readonly version: string;
  /** The one origin under which people open the service, such as https://concord.example; null on its own machine alone. */
  readonly publicUrl: string | null;
  /** Whose X-Forwarded headers are believed; nobody's where it is left out. */
  readonly proxies?: readonly string[];
  /** The certificate to serve; plain HTTP where it is left out, for the loopback alone. */
  readonly tls?: SecureContextOptions;
  /** Log lines, one JSON object each; none where it is left out. */
  readonly log?: { readonly level: string; readonly write: (line: string) => void };
  /** What backup and restore stand on; their addresses are not there where it is left out. */
  readonly backup?: BackupParts;
  /** Where the ends of the log are written down; they are not compared with where it is left out. */
  readonly dataFolder?: string;
  /** Below which clients are dropped; see request-limits.ts where it is left out. */
  readonly pace?: Pace;
  /** Bytes of an uploaded file; 4 GiB where it is left out. */
  readonly mostUpload?: number;
}

/** The server as routes see it: schemas give the types of what they are sent and answer. */
export type Service = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;
