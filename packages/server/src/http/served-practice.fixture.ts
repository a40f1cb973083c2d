import { writeTwin } from "@concord/twin";
import type { PersonFound } from "@concord/exchange/api";
import { parseDay } from "@concord/core";
import type { Role } from "@concord/exchange/api";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { createAuditWriter } from "../audit/audit-writer.ts";
import { createSessions } from "../identity/sessions.ts";
import { SESSION_LIMITS } from "../identity/session-limits.ts";
import { createDoseSupport } from "../safety/dose-support.ts";
import { doseSupportVersion } from "../safety/dose-support-version.ts";
import { createImportQueue } from "../imports/import-queue.ts";
import type { ImportQueue } from "../imports/queue-types.ts";
import { countChanges } from "../register/remembered.ts";
import { createRegisterBuilder } from "../register/build-register.ts";
import { inPractice } from "../store/in-practice.ts";
import { newAccount } from "../store/queries/new-account.ts";
import { newPractice, openTestStore, temporaryFolder, type TestStore } from "../store/engines.fixture.ts";
import { buildServer } from "./build-server.ts";
import type { Service, ServiceParts } from "./service.ts";

export interface Answer<T = unknown> {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly bytes: Buffer;
  readonly body: T;
}

type Method = "GET" | "POST" | "PUT" | "DELETE" | "HEAD" | "PATCH" | "OPTIONS";

/** A practice of its own behind a service of its own, called without a network. */
export interface ServedPractice {
  readonly service: Service;
  readonly store: TestStore;
  readonly practiceId: string;
  readonly imports: ImportQueue;
  readonly log: readonly string[];
  /** What a second service on the same practice needs. */
  readonly identity: Pick<
    ServiceParts,
    "changes" | "doseSupport" | "sessions" | "audit" | "deviceSecret" | "commandLineKey" | "publicUrl"
  >;
  /** Who asks from now on: somebody with these roles; every role of the staff at first. */
  readonly signInAs: (roles: readonly Role[], personId?: number) => Promise<string>;
  readonly call: <T = unknown>(
    method: Method,
    url: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer<T>>;
  readonly get: <T = unknown>(url: string) => Promise<T>;
  /** Reads by POST: what is asked stands in a body. */
  readonly ask: <T = unknown>(url: string, body: object) => Promise<T>;
  /** The address of a person by their reference. */
  readonly of: (reference: string) => Promise<string>;
  /** Imports text as a file and waits until the register shows it. */
  readonly take: (name: string, text: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** What whoever asks is called, unless a test says otherwise. */
export const WHO = "Staff";

/** Whoever works for the practice, in one. */
export const STAFF = ["prescriber", "pharmacist", "manager", "administrator"] as const satisfies readonly Role[];

const parsed = (text: string, type: string): unknown =>
  /\/(?:problem\+)?json/.test(type) && text !== "" ? JSON.parse(text) : text;

export const servePractice = async (mostUpload?: number, synthetic = true): Promise<ServedPractice> => {
  const store = await openTestStore();
  const practiceId = await newPractice(store, "Test practice", synthetic);
  const { db, dataFolder } = store;
  const changes = countChanges();
  const register = createRegisterBuilder({ db, practiceId, onSwap: changes.happened });
  const latestDay = () => parseDay("2026-12-31")!;
  const imports = createImportQueue({ db, practiceId, dataFolder, register, latestDay });
  const log: string[] = [];
  const sessions = createSessions({ db, practiceId }, SESSION_LIMITS);
  const identity = {
    changes,
    doseSupport: createDoseSupport({
      db,
      practiceId,
      synthetic,
      version: doseSupportVersion("0.1.0-test", "uk"),
    }),
    sessions,
    audit: createAuditWriter({ db, practiceId }),
    deviceSecret: "device",
    commandLineKey: "key",
    publicUrl: null,
  };
  let cookie = "";
  const signInAs = async (roles: readonly Role[], personId: number | null = null): Promise<string> => {
    const login = `${roles.join("+")} ${personId ?? ""}`;
    const name = roles === STAFF ? WHO : `The ${login}`.trim();
    const token = await inPractice(db, practiceId, async (trx) => {
      const made = { practiceId, login, name, roles, personId, demonstration: false, createdBy: null };
      const id =
        (await newAccount(trx, made)) ??
        (await trx.selectFrom("account").where("login", "=", login).select("id").executeTakeFirstOrThrow()).id;
      return sessions.start(trx, id, "password-code", { fromWhere: "127.0.0.1", device: "a test" });
    });
    cookie = `concord_session=${token}`;
    return cookie;
  };
  await signInAs(STAFF);
  const service = await buildServer({
    db,
    practiceId,
    imports,
    register,
    webFolder: null,
    version: "0.1.0-test",
    dataFolder,
    ...identity,
    log: { level: "info", write: (line) => log.push(line) },
    ...(mostUpload === undefined ? {} : { mostUpload }),
  });

  const call: ServedPractice["call"] = async <T>(
    method: Method,
    url: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<T>> => {
    const answer = await service.inject({
      method,
      url,
      headers: { host: "localhost:8080", cookie, ...headers },
      ...(body === undefined ? {} : { payload: body as string }),
    });
    const type = String(answer.headers["content-type"] ?? "");
    return {
      status: answer.statusCode,
      type,
      headers: answer.headers,
      text: answer.body,
      bytes: answer.rawPayload,
      body: parsed(answer.body, type) as T,
    };
  };

  const ask: ServedPractice["ask"] = async <T>(url: string, asked: object) => {
    const { status, body, text } = await call<T>("POST", url, asked);
    if (status !== 200) throw new Error(`${url} answered ${status}: ${text}`);
    return body;
  };

  return {
    service,
    store,
    practiceId,
    imports,
    log,
    identity,
    signInAs,
    call,
    get: async <T>(url: string) => {
      const { status, body, text } = await call<T>("GET", url);
      if (status !== 200) throw new Error(`${url} answered ${status}: ${text}`);
      return body;
    },
    ask,
    of: async (reference) => `/api/people/${(await ask<PersonFound>("/api/people/find", { reference })).key}`,
    take: async (name, text) => {
      await imports.accept(name, Readable.from([Buffer.from(text)]));
      await imports.idle();
    },
    remove: async () => {
      await imports.close();
      await service.close();
      await store.remove();
    },
  };
};

/** One file as a browser sends it. */
export const formOf = (name: string, text: string, field = "file") => {
  const boundary = "----between-the-parts";
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`;
  return {
    body: `${head}${text}\r\n--${boundary}--\r\n`,
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  };
};

export const HEADER =
  "person,birth_year,sex,registered_date,issue_date,product_code,product_name,quantity,quantity_unit,directions,kind,prescriber,status";

/**
 * A few people whose doses are known by hand: P1 on 40 mg a day and a gabapentinoid, P2 and P3 with one text that
 * nobody can read, P4 on codeine, P5 without any opioid; a cancelled row, and one without a date.
 */
export const KNOWN_EXTRACT = [
  HEADER,
  `P1,1950,F,2001-02-03,2026-09-01,,Morphine 10mg modified-release tablets,56,tablet,one twice a day,repeat,Dr Ahmed,issued`,
  `P1,1950,F,2001-02-03,2026-11-01,,Morphine 10mg modified-release tablets,112,tablet,two twice a day,repeat,"=cmd(""x"")",issued`,
  `P1,1950,F,2001-02-03,2026-11-01,,Pregabalin 75mg capsules,56,capsule,one twice a day,repeat,Dr Ahmed,issued`,
  `P2,1990,M,,2026-11-02,,Oxycodone 5mg capsules,28,capsule,one in the morning and increase slowly,repeat,Dr Bell,issued`,
  `P3,1940,F,,2026-11-03,,Oxycodone 5mg capsules,56,capsule,one in the morning and increase slowly,repeat,Dr Bell,issued`,
  `P4,,,,2026-11-05,,Codeine 30mg tablets,28,tablet,one four times a day,acute,Dr Bell,issued`,
  `P5,1970,F,,2026-11-05,,Paracetamol 500mg tablets,100,tablet,two four times a day,acute,Dr Bell,issued`,
  `P5,1970,F,,2026-11-05,,Codeine 30mg tablets,28,tablet,one daily,acute,Dr Bell,cancelled`,
  `P6,1970,F,,,,Codeine 30mg tablets,28,tablet,one daily,acute,Dr Bell,issued`,
].join("\n");

/** The extract of a small synthetic practice. */
export const twinExtract = async (people: number, seed = 7): Promise<string> => {
  const folder = temporaryFolder();
  try {
    await writeTwin({ people, seed, out: folder.path, years: 3, formats: ["csv"] });
    return readFileSync(join(folder.path, "practice.csv"), "utf8");
  } finally {
    folder.remove();
  }
};
