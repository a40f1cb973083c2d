import type { Latencies } from "./latencies.ts";

/** What all of them share: who works at what, so that no two are at the same text, and each person's is their own. */
export interface Practice {
  readonly url: string;
  readonly month: string;
  readonly people: readonly { readonly person: string; readonly key: string }[];
  readonly latencies: Latencies;
  /** Texts that somebody reads at the moment. */
  readonly texts: Set<string>;
  /** Accounts to sign in with, each by one at a time. */
  readonly accounts: readonly { readonly login: string; readonly password: string }[];
  readonly signingIn: Set<string>;
}

/** One of the staff, signed in. */
export interface Member {
  readonly practice: Practice;
  readonly nth: number;
  readonly cookie: string;
  readonly random: () => number;
}

export const oneOf = <T>({ random }: Pick<Member, "random">, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)]!;

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  readonly cookie?: string;
}

/** What was answered; its cookie where it gave one. Throws where it was an error, which is noted. */
export interface Answer {
  // oxlint-disable-next-line typescript/no-explicit-any -- the day's work looks into whatever is there
  readonly body: any;
  readonly cookie: string;
}

const sent = async (url: string, { method, body, cookie = "" }: Asked): Promise<Answer & { status: number }> => {
  const answer = await fetch(url, {
    method,
    signal: AbortSignal.timeout(60_000),
    headers: { cookie, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const set = answer.headers.getSetCookie().map((one) => one.split(";")[0]!);
  return { status: answer.status, body: text === "" ? null : JSON.parse(text), cookie: set.join("; ") };
};

/** Asks, and notes how long the whole answer took, under the name of the path. */
export const ask = async ({ practice, cookie }: Member, name: string, asked: Asked): Promise<Answer> => {
  const from = performance.now();
  let error: string | null = null;
  try {
    const answer = await sent(`${practice.url}${asked.path}`, { cookie, ...asked });
    if (answer.status >= 400) error = `${answer.status} ${String(answer.body?.code ?? "")}`;
    if (error === null) return answer;
  } catch (thrown) {
    error = `no answer (${thrown instanceof Error ? thrown.message : String(thrown)})`;
  } finally {
    practice.latencies.note(name, performance.now() - from, error);
  }
  throw new Error(error ?? "");
};
