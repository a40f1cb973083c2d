import { setTimeout as pause } from "node:timers/promises";
import type { Extract } from "./extracts.ts";
import type { Ledger } from "./ledger.ts";
import type { Answered, RunningService } from "./running-service.ts";

export const MONTH = "2026-12";
/** Few names, so that most files replace an earlier one. */
const NAMES = ["north.csv", "south.csv"];

export interface AtWork {
  readonly service: RunningService;
  readonly ledger: Ledger;
  readonly random: () => number;
  /** People of the records, to be referred and invited. */
  readonly people: readonly { readonly person: string; readonly key: string }[];
  readonly stopped: () => boolean;
}

type Verdict = "acknowledged" | "refused" | "no answer";
const verdictOf = ({ status }: Answered): Verdict => {
  if (status >= 200 && status < 300) return "acknowledged";
  // 503: the store was away. A change that was on its way may have been written.
  return status >= 500 ? "no answer" : "refused";
};

const one = <T>(list: readonly T[], random: () => number): T | undefined => list[Math.floor(random() * list.length)];

let reasons = 0;
const refer = async ({ service, ledger, random, people }: AtWork): Promise<void> => {
  const chosen = one(people, random);
  if (chosen === undefined) return;
  const { person, key } = chosen;
  const reason = `reason ${++reasons}`;
  await ledger.change(`referral ${person} ${reason}`, "there", async () =>
    verdictOf(await service.ask("POST", `/api/people/${key}/referrals`, { reason, selfReferral: false })),
  );
};

export const referralsOf = async ({ ask }: RunningService): Promise<ReadonlyMap<string, number>> => {
  const { body } = await ask("GET", "/api/referrals");
  const list = body.referrals as readonly { readonly id: number; readonly person: string; readonly reason: string }[];
  return new Map(list.map(({ id, person, reason }) => [`referral ${person} ${reason}`, id]));
};

const undoReferral = async (at: AtWork): Promise<void> => {
  const thing = one(at.ledger.there("referral"), at.random);
  const id = thing === undefined ? undefined : (await referralsOf(at.service)).get(thing);
  if (thing === undefined || id === undefined) return;
  await at.ledger.change(thing, "gone", async () => verdictOf(await at.service.ask("DELETE", `/api/referrals/${id}`)));
};

const invite = async ({ service, ledger, random, people }: AtWork): Promise<void> => {
  const chosen = one(people, random);
  if (chosen === undefined) return;
  const { person, key } = chosen;
  const to = random() < 0.7 ? ("there" as const) : ("gone" as const);
  const path = `/api/basket/${MONTH}/${key}`;
  await ledger.change(`basket ${person}`, to, async () =>
    verdictOf(await service.ask(to === "there" ? "PUT" : "DELETE", path)),
  );
};

interface UnreadText {
  readonly key: string;
  readonly eachPerson: boolean;
  readonly examplePerson: string | null;
}

const nameOfReading = ({ key, person }: { readonly key: string; readonly person: string | null }): string =>
  `reading ${key}${person === null ? "" : ` ${person}`}`;

const readText = async ({ service, ledger, random }: AtWork): Promise<void> => {
  const { body } = await service.ask("GET", "/api/unread-directions");
  const text = one((body.texts ?? []) as readonly UnreadText[], random);
  if (text === undefined) return;
  const person = text.eachPerson ? text.examplePerson : null;
  const min = 1 + Math.floor(random() * 3);
  const reading = { min, max: min + 1, ...(person === null ? {} : { person }) };
  await ledger.change(nameOfReading({ key: text.key, person }), "there", async () =>
    verdictOf(await service.ask("POST", `/api/unread-directions/${encodeURIComponent(text.key)}/readings`, reading)),
  );
};

export const readingsOf = async ({ ask }: RunningService): Promise<ReadonlyMap<string, number>> => {
  const { body } = await ask("GET", "/api/readings");
  const list = body.readings as readonly {
    readonly id: number;
    readonly key: string;
    readonly person: string | null;
    readonly undoneAt: string | null;
  }[];
  return new Map(list.filter(({ undoneAt }) => undoneAt === null).map((found) => [nameOfReading(found), found.id]));
};

const undoReading = async (at: AtWork): Promise<void> => {
  const thing = one(at.ledger.there("reading"), at.random);
  const id = thing === undefined ? undefined : (await readingsOf(at.service)).get(thing);
  if (thing === undefined || id === undefined) return;
  await at.ledger.change(thing, "gone", async () => verdictOf(await at.service.ask("DELETE", `/api/readings/${id}`)));
};

const EDITS = [refer, refer, refer, undoReferral, invite, invite, invite, readText, undoReading];

/** One edit after another, until the service is gone. */
export const keepEditing = async (at: AtWork): Promise<void> => {
  while (!at.stopped()) {
    await one(EDITS, at.random)!(at).catch(() => {});
    await pause(5 + at.random() * 40);
  }
};

/** Sends a file, and calls some of them off while they are read. */
export const sendExtract = async (at: AtWork, { bytes, sha256 }: Extract): Promise<void> => {
  const { service, ledger, random } = at;
  const form = new FormData();
  form.set("file", new Blob([Uint8Array.from(bytes)]), one(NAMES, random)!);
  let id: number | null = null;
  await ledger.change(`import ${sha256}`, "there", async () => {
    const answer = await service.ask("POST", "/api/imports", form);
    id = (answer.body as { id?: number }).id ?? null;
    return verdictOf(answer);
  });
  if (id === null || random() < 0.7) return;
  await pause(random() * 1500);
  await ledger.change(`cancelled ${sha256}`, "there", async () =>
    verdictOf(await service.ask("POST", `/api/imports/${id}/cancel`)),
  );
};
