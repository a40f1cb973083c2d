import type { CaseList, CasePicture, Person, Share, ShareList } from "@concord/exchange/api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HEADER, servePractice, STAFF, type ServedPractice } from "../http/served-practice.fixture.ts";

/** Everything that says who somebody is has their mark in it, and nothing else has. */
const extractOf = (mark: string): string =>
  [
    ["2026-09-01", "Morphine 10mg modified-release tablets", `one twice a day`],
    ["2026-11-01", "Morphine 10mg modified-release tablets", `two twice a day for Mrs ${mark}`],
    ["2026-11-02", "Oxycodone 5mg capsules", `one in the morning and increase slowly ${mark}`],
    ["2026-11-03", `Oxycodone for ${mark} tablets`, "one daily"],
    ["2026-11-04", "Pregabalin 75mg capsules", `one twice a day ${mark}`],
    ["2026-11-05", "Fentanyl 12micrograms/hour transdermal patches", "apply one patch every 96 hours"],
  ]
    .map(
      ([day, product, directions]) =>
        `${mark}-REF,1950,${mark},2001-02-03,${day},,${product},56,tablet,${directions},repeat,Dr ${mark},issued`,
    )
    .join("\n");
const [HIDDEN, NAMED, OTHER] = ["ZZHIDDEN", "ZZNAMED", "ZZOTHER"] as const;

let served: ServedPractice;
const urls: Record<string, string> = {};
const accounts: Record<string, string> = {};
const ROLES = ["adviser", "evaluator"] as const;
let cases: CaseList["cases"] = [];

beforeAll(async () => {
  served = await servePractice();
  for (const mark of [HIDDEN, NAMED, OTHER]) await served.take(`${mark}.csv`, `${HEADER}\n${extractOf(mark)}\n`);
  for (const mark of [HIDDEN, NAMED, OTHER]) urls[mark] = await served.of(`${mark}-REF`);
  for (const role of ROLES) await served.signInAs([role]);
  await served.signInAs(STAFF);
  for (const { id, roles } of (await served.get<ShareList>(`${urls[HIDDEN]}/shares`)).accounts)
    accounts[roles[0]!] = id;
}, 60_000);
afterAll(() => served.remove());

const shareWith = (mark: string, role: string, withIdentity: boolean) =>
  served.call<Share>("POST", `${urls[mark]}/shares`, {
    account: accounts[role],
    withIdentity,
    why: "To ask about the dose",
  });

/** Every address of the description, for each of the people and any number; but signing out, which ends the walk. */
const everyAddress = async (): Promise<readonly { readonly method: string; readonly url: string }[]> => {
  const { paths } = await served.get<{ paths: Record<string, Record<string, unknown>> }>("/api/openapi.json");
  const keys = [HIDDEN, NAMED, OTHER].map((mark) => urls[mark]!.split("/").at(-1)!);
  const ids = ["1", "2", "3", "4", "5", "6", "2026-11", keys[0]!];
  return Object.entries(paths).flatMap(([path, methods]) => {
    const named = path.includes("{key}") ? keys.map((key) => path.replace("{key}", key)) : [path];
    const addresses = named.flatMap((one) =>
      one.includes("{") ? ids.map((id) => one.replaceAll(/\{\w+\}/g, id)) : [one],
    );
    return Object.keys(methods)
      .filter((method) => !(/^\/api\/sessions?$/.test(path) && method === "delete"))
      .flatMap((method) => addresses.map((url) => ({ method, url })));
  });
};

test("a clinician shares a person with an adviser or an evaluator, and with nobody else", async () => {
  for (const role of ROLES) {
    expect((await shareWith(HIDDEN, role, false)).status).toBe(201);
    expect((await shareWith(NAMED, role, false)).status).toBe(201);
    expect((await shareWith(NAMED, role, true)).body).toMatchObject({ withIdentity: true, by: "Staff" });
  }
  const { shares } = await served.get<ShareList>(`${urls[NAMED]}/shares`);
  expect(shares.map(({ withIdentity }) => withIdentity)).toEqual([true, true]);
  const nobody = await served.call<{ code: string }>("POST", `${urls[OTHER]}/shares`, {
    account: "00000000-0000-4000-8000-000000000000",
    why: "x",
  });
  expect([nobody.status, nobody.body.code]).toEqual([422, "account-not-fit"]);
  for (const role of ["project-worker", "manager", "adviser"] as const) {
    await served.signInAs([role]);
    expect((await served.call("GET", `${urls[HIDDEN]}/shares`)).status).toBe(403);
  }
});

describe.each(ROLES)("an %s", (role) => {
  test("sees the picture of a case with an age band, its days and doses, and not whose it is", async () => {
    await served.signInAs([role]);
    ({ cases } = await served.get<CaseList>("/api/cases"));
    expect(cases.map(({ named }) => named?.person ?? null)).toEqual([`${NAMED}-REF`, null]);
    const hidden = cases.find(({ named }) => named === null)!;
    const found = await served.get<CasePicture>(`/api/cases/${hidden.case}`);
    await served.signInAs(STAFF);
    const whole = await served.get<Person>(urls[HIDDEN]!);
    expect(found.ageBand).toBe("65-79");
    expect(found.sex).toBeNull();
    for (const field of ["directed", "supplied", "atLeast", "since", "lastIssue", "companions", "marks"] as const)
      expect(found[field], field).toEqual(whole[field]);
    expect(found.timeline.map(({ from, directed, supplied }) => [from, directed, supplied])).toEqual(
      whole.timeline.map(({ from, directed, supplied }) => [from, directed, supplied]),
    );
    expect(found.findings.map(({ code }) => code)).toEqual(whole.findings.map(({ code }) => code));
    expect(found.issues.map(({ date, product, directions }) => [date, product, directions])).toEqual([
      ["2026-11-05", "Fentanyl 12micrograms/hour transdermal patches", expect.stringMatching(/patch(es)? a day$/)],
      ["2026-11-04", "pregabalin", "2 a day"],
      ["2026-11-03", "oxycodone: withheld-product-1", "1 a day"],
      ["2026-11-02", expect.stringContaining("Oxycodone 5mg"), "withheld-text"],
      ["2026-11-01", expect.stringContaining("Morphine"), "4 tablets a day"],
      ["2026-09-01", expect.stringContaining("Morphine"), "2 tablets a day"],
    ]);
    expect(found.findings.flatMap(({ rows }) => rows).every(({ file, row }) => file === "" && row === 0)).toBe(true);
  });

  test("finds no mark of anyone in any answer, but of whom they were told", async () => {
    await served.signInAs([role]);
    const told: string[] = [];
    let answered = 0;
    for (const { method, url } of await everyAddress()) {
      const body = method === "get" ? undefined : { search: "ZZ", reference: `${OTHER}-REF` };
      const { status, text, headers } = await served.call(method.toUpperCase() as "GET", url, body);
      if (status < 300) answered++;
      const said = `${text} ${JSON.stringify(headers)}`;
      for (const mark of [HIDDEN, OTHER]) expect(said, `${method} ${url}`).not.toContain(mark);
      if (said.includes(NAMED)) told.push(`${method} ${url}`);
    }
    expect(answered).toBeGreaterThan(9);
    expect(told.toSorted()).toEqual(
      ["get /api/cases", `get ${urls[NAMED]}`, `get ${urls[NAMED]}/issues`, `get ${urls[NAMED]}/working`].toSorted(),
    );
  });
});

test("a share that was ended shows nothing any more, and that it was looked at stands in the log", async () => {
  await served.signInAs(STAFF);
  const { shares } = await served.get<ShareList>(`${urls[HIDDEN]}/shares`);
  for (const { id } of shares) expect((await served.call("DELETE", `/api/shares/${id}`)).status).toBe(204);
  expect((await served.get<ShareList>(`${urls[HIDDEN]}/shares`)).shares).toEqual([]);
  expect((await served.call("DELETE", "/api/shares/999")).status).toBe(404);
  const { entries } = await served.get<{ entries: { action: string; who: string }[] }>(`${urls[HIDDEN]}/access-log`);
  expect(entries.some(({ action, who }) => action === "case.read" && who === "The adviser")).toBe(true);
  expect(entries.filter(({ action }) => action === "share.change")).toHaveLength(4);
  await served.signInAs(["adviser"]);
  for (const { id } of shares) expect((await served.call("GET", `/api/cases/${id}`)).status).toBe(404);
  expect((await served.get<CaseList>("/api/cases")).cases).toHaveLength(1);
});
