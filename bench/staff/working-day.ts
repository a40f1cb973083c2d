import { ask, oneOf, type Member } from "./member.ts";

/** One thing that staff do, and how many of a hundred times it is that. */
export interface Task {
  readonly share: number;
  /** An address that the service has to have for it. */
  readonly at?: string;
  readonly work: (member: Member) => Promise<void>;
}

const FINDINGS = ["long-term-use", "high-dose", "opioid-with-gabapentinoid"];
const SORTS = ["supplied", "age", "since", "lastIssue"];

const register = async (member: Member, name: string, asked: object): Promise<void> => {
  await ask(member, name, { method: "POST", path: "/api/register", body: { size: 50, ...asked } });
};

const look =
  (name: string, path: (key: string) => string): Task["work"] =>
  async (member) => {
    await ask(member, name, { method: "GET", path: path(oneOf(member, member.practice.people).key) });
  };

/** One's own among the people, so that no two invite the same person at once. */
const own = (member: Member) => {
  const { people } = member.practice;
  const step = Math.floor(member.random() * 8);
  return people[(member.nth * 8 + step) % people.length]!;
};

const referAndUndo = async (member: Member): Promise<void> => {
  const path = `/api/people/${own(member).key}/referrals`;
  const body = { reason: `for the review clinic, ${member.nth}`, selfReferral: false };
  const made = await ask(member, "refer", { method: "POST", path, body });
  await ask(member, "undo a referral", { method: "DELETE", path: `/api/referrals/${made.body.id}` });
};

const inviteAndTake = async (member: Member): Promise<void> => {
  const path = `/api/basket/${member.practice.month}/${own(member).key}`;
  await ask(member, "invite", { method: "PUT", path });
  await ask(member, "take an invitation back", { method: "DELETE", path });
};

interface Text {
  readonly key: string;
  readonly eachPerson: boolean;
  readonly examplePerson: string | null;
  readonly countedIn: string | null;
}

const queue = async (member: Member): Promise<readonly Text[]> =>
  (await ask(member, "texts to read", { method: "GET", path: "/api/unread-directions" })).body.texts;

/** Reads a text that nobody else is at, as one tablet or capsule or two a day, and takes it back. */
const readAndUndo = async (member: Member): Promise<void> => {
  const { texts } = member.practice;
  const free = (await queue(member)).filter(
    ({ key, countedIn }) => !texts.has(key) && /tablet|capsule/.test(countedIn ?? ""),
  );
  if (free.length === 0) return;
  const { key, eachPerson, examplePerson } = oneOf(member, free);
  if (texts.has(key)) return;
  texts.add(key);
  try {
    const body = { min: 1, max: 2, who: "Staff", ...(eachPerson ? { person: examplePerson } : {}) };
    const path = `/api/unread-directions/${encodeURIComponent(key)}/readings`;
    const made = await ask(member, "read a text", { method: "POST", path, body });
    await ask(member, "undo a reading", { method: "DELETE", path: `/api/readings/${made.body.id}` });
  } finally {
    texts.delete(key);
  }
};

const signInAndOut = async (member: Member, login: string, password: string): Promise<void> => {
  const path = "/api/sign-in/password";
  const { cookie } = await ask(member, "sign in", { method: "POST", path, body: { login, password }, cookie: "" });
  await ask(member, "own session", { method: "GET", path: "/api/session", cookie });
  await ask(member, "sign out", { method: "DELETE", path: "/api/session", cookie });
};

/** Signs in as one of the demonstration accounts and out again; where somebody is at it, no other tries meanwhile. */
const signInAlone = async (member: Member): Promise<void> => {
  const { accounts, signingIn } = member.practice;
  const free = accounts.find(({ login }) => !signingIn.has(login));
  if (free === undefined) return;
  signingIn.add(free.login);
  try {
    await signInAndOut(member, free.login, free.password);
  } finally {
    signingIn.delete(free.login);
  }
};

/** The proportions of a day: the register and people are looked at, some are invited and referred, little is read by hand. */
export const WORKING_DAY: readonly Task[] = [
  { share: 14, work: (member) => register(member, "register, first page", {}) },
  { share: 10, work: (member) => register(member, "register, filtered", { finding: [oneOf(member, FINDINGS)] }) },
  { share: 6, work: (member) => register(member, "register, sorted", { sort: oneOf(member, SORTS), order: "up" }) },
  {
    share: 10,
    work: (member) =>
      register(member, "register, searched", { search: oneOf(member, member.practice.people).person.slice(0, -1) }),
  },
  { share: 18, work: look("a person", (key) => `/api/people/${key}`) },
  { share: 8, work: look("a person's working", (key) => `/api/people/${key}/working`) },
  { share: 6, work: look("a person's issues", (key) => `/api/people/${key}/issues`) },
  {
    share: 3,
    at: "/api/people/{key}/access-log",
    work: look("a person's access log", (key) => `/api/people/${key}/access-log`),
  },
  { share: 3, work: referAndUndo },
  { share: 4, work: inviteAndTake },
  { share: 5, work: async (member) => void (await queue(member)) },
  { share: 1, work: readAndUndo },
  { share: 4, work: look("practice view", () => "/api/practice-view") },
  { share: 6, work: look("own session", () => "/api/session") },
  { share: 1, work: signInAlone },
];

/** What one does next, by its share of the day. */
export const nextTask = ({ random }: Pick<Member, "random">, tasks: readonly Task[]): Task => {
  const all = tasks.reduce((sum, { share }) => sum + share, 0);
  let left = random() * all;
  return tasks.find(({ share }) => (left -= share) < 0) ?? tasks[0]!;
};
