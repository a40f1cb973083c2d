import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { addsUp, extract, linesOf, readFilesOf, row } from "../reading.fixture.ts";

const good = extract(row({ directions: "one – twice a day" }));
const theIssue = "P1 2025-01-06 repeat Codeine 30mg tablets x 56";

describe("a file", () => {
  it.each<[string, Uint8Array]>([
    ["plain", Buffer.from(good)],
    ["gzipped", gzipSync(good)],
    ["gzipped in two parts", Buffer.concat([gzipSync(good.slice(0, 150)), gzipSync(good.slice(150))])],
    ["with a byte order mark", Buffer.from(`\uFEFF${good}`)],
    ["in UTF-16", Buffer.from(`\uFEFF${good}`, "utf16le")],
    ["in big-endian UTF-16", Buffer.from(`\uFEFF${good}`, "utf16le").swap16()],
    ["in Windows-1252", Buffer.from(good.replace("–", "\u0096"), "latin1")],
    ["in UTF-16, gzipped", gzipSync(Buffer.from(`\uFEFF${good}`, "utf16le"))],
  ])("%s is read, whatever its name", async (_, bytes) => {
    const { people } = await readFilesOf({ "no name to go by": bytes });
    expect(linesOf(people)).toEqual([theIssue]);
    expect(people[0]?.issues[0]?.reading.item.directions).toEqual({ kind: "text", text: "one – twice a day" });
  });

  it("with one cell in another encoding keeps all others as they are", async () => {
    const bytes = Buffer.concat([
      Buffer.from(extract(row({ person: "Zoë" }))),
      Buffer.from(row({ person: "Zo\u00eb" }), "latin1"),
    ]);
    expect((await readFilesOf({ x: bytes })).people.map(({ person }) => person)).toEqual(["Zoë"]);
  });

  it.each<[string, string | Uint8Array]>([
    ["a letter", "Dear Dr A,\nthank you\n"],
    ["a zip archive", Buffer.from("PK\u0003\u0004rest")],
    ["an image", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])],
    ["another table", "a,b,c\n1,2,3\n"],
    ["other JSON", '{"people": []}'],
  ])("that is %s is passed over in a folder and fails when named", async (_, content) => {
    const files = { "good.csv": good, other: content };
    const inFolder = await readFilesOf(files);
    expect(inFolder.account.notRead).toEqual([
      { file: `${inFolder.folder}/other`, why: expect.stringContaining("not a format that we know") as string },
    ]);
    expect(inFolder.account.failed).toEqual([]);
    const named = await readFilesOf(files, { named: ["good.csv", "other"] });
    expect(named.account.failed).toEqual([
      expect.objectContaining({ file: `${named.folder}/other`, code: "not-a-known-format" }),
    ]);
    for (const { people } of [inFolder, named]) expect(linesOf(people)).toEqual([theIssue]);
  });

  it("that is not there, or empty, is told apart from one that cannot be read", async () => {
    const { account } = await readFilesOf(
      { "good.csv": good, nothing: "" },
      { named: ["missing", "nothing", "good.csv"] },
    );
    expect(account.failed.map(({ code }) => code)).toEqual(["not-found", "empty"]);
    expect(account.used.total).toBe(1);
  });

  it("cut short in its compression keeps the rows before the damage, says where, and stops no other", async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) =>
      row({ person: `P${(at * 7919) % 10_007}`, quantity: `${at}` }),
    );
    const whole = gzipSync(extract(...rows));
    const { account, folder } = await readFilesOf({ "a.csv.gz": whole.subarray(0, whole.length / 2), "b.csv": good });
    expect(account.failed).toHaveLength(1);
    const [failed] = account.failed;
    expect(failed).toMatchObject({ file: `${folder}/a.csv.gz`, code: "damaged" });
    const cut = account.files.find(({ file }) => file.endsWith("a.csv.gz"))!;
    expect(cut.rowsRead).toBeGreaterThan(1000);
    expect(cut.rowsRead).toBeLessThan(20_000);
    expect(failed?.at).toEqual({ row: cut.rowsRead });
    expect(addsUp(account)).toBe(true);
    expect(account.files.find(({ file }) => file.endsWith("b.csv"))?.used.total).toBe(1);
  });

  it("in a folder of folders is found, in order of names, hidden ones passed over", async () => {
    const { account, folder } = await readFilesOf({ "b/2.csv": good, "b/1.csv": good, "a/x": good, ".hidden": "x" });
    expect(account.files.map(({ file }) => file.slice(folder.length))).toEqual(["/a/x", "/b/1.csv", "/b/2.csv"]);
    expect(account.notRead).toEqual([]);
  });

  it("in a folder that holds the same in another form counts once, and named it is read", async () => {
    const bundle = JSON.stringify({ resourceType: "Bundle", type: "collection", entry: [] });
    const files = { "practice.csv": good, "fhir/bundle.json": bundle };
    const { account, people, folder } = await readFilesOf(files);
    expect(linesOf(people)).toEqual([theIssue]);
    expect(account.files.map(({ file }) => file)).toEqual([`${folder}/practice.csv`]);
    expect(account.notRead).toEqual([
      { file: `${folder}/fhir/bundle.json`, why: expect.stringContaining("would count twice") as string },
    ]);
    const named = await readFilesOf(files, { named: ["practice.csv", "fhir/bundle.json"] });
    expect(named.account.files).toHaveLength(2);
  });

  it("given twice is read once", async () => {
    expect((await readFilesOf({ x: good }, { named: ["x", ".", "x"] })).account.rowsRead).toBe(1);
  });

  it("tells how far reading is", async () => {
    const seen: number[] = [];
    const onProgress = (p: { bytesRead: number; bytesTotal: number }) => seen.push(p.bytesRead / p.bytesTotal);
    await readFilesOf({ a: good, b: gzipSync(good) }, { onProgress });
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });
});

describe("a file beside itself compressed", () => {
  it("is read once in a folder, and whenever it is named", async () => {
    const text = extract(row({ person: "P1" }));
    const files = { "a/p.csv": text, "a/p.csv.gz": gzipSync(text), "b/q.csv.gz": gzipSync(text) };
    const { account } = await readFilesOf(files);
    expect(account.rowsRead).toBe(2);
    expect(account.notRead.map(({ file, why }) => [basename(file), why.slice(0, 43)])).toEqual([
      ["p.csv.gz", "the same file lies beside it uncompressed, "],
    ]);
    expect((await readFilesOf(files, { named: ["a/p.csv", "a/p.csv.gz"] })).account.rowsRead).toBe(2);
  });
});
