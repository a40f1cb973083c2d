import { parseDay } from "@concord/core";
import { describe, expect, it } from "vitest";
import { addsUp, countsOf, extract, HEADER, linesOf, readFilesOf, row } from "../reading.fixture.ts";

const read = (...rows: readonly string[]) => readFilesOf({ "a.csv": extract(...rows) });

describe("a refused row of an opioid", () => {
  it.each([
    ["its date", row({ date: "31/02/2026" })],
    ["no date", row({ date: "" })],
    ["its status", row({ status: "maybe" })],
    ["its kind", row({ kind: "banana" })],
    ["a comma in its directions", row({ directions: "one, for pain" })],
    ["cells that are missing", row({}).split(",").slice(0, 8).join(",")],
  ])("for %s is remembered with the person", async (_, broken) => {
    const { people, account } = await readFilesOf({ "a.csv": extract(broken, row({ person: "P2" })) });
    expect(people.map(({ person, refused }) => [person, refused.map(({ product, row: at }) => [product, at])])).toEqual(
      [
        ["P1", [["Codeine 30mg tablets", 2]]],
        ["P2", []],
      ],
    );
    expect(account.refused.total).toBe(1);
  });

  it("is not where it was cancelled, or is of another medicine", async () => {
    const others = [row({ status: "cancelled" }), row({ date: "x", product: "Ramipril 5mg capsules" })];
    expect((await readFilesOf({ "a.csv": extract(...others) })).people).toEqual([]);
  });
});

describe("a row of a practice extract", () => {
  it("becomes an issue with all that it says", async () => {
    const { people, account } = await read(row({}));
    expect(people).toHaveLength(1);
    const [{ person, details, issues }] = people as [(typeof people)[number]];
    expect(person).toBe("P1");
    expect(details).toEqual({ birthYear: 1960, sex: "female", registered: parseDay("2001-02-03") });
    expect(issues).toHaveLength(1);
    const issue = issues[0]!;
    expect(issue).toMatchObject({ day: parseDay("2025-01-06"), kind: "repeat", prescriber: "Dr A", row: 2 });
    expect(issue.file).toMatch(/a\.csv$/);
    expect(issue.reading.item).toEqual({
      product: { name: "Codeine 30mg tablets", codes: [] },
      directions: { kind: "text", text: "one twice a day" },
      quantity: "56",
      quantityUnit: "tablet",
      days: null,
    });
    expect(account.used).toEqual({ total: 1, opioid: 1, companion: 0, notWatched: 0 });
  });

  it.each([
    ["cancelled", "cancelled"],
    ["Deleted", "deleted"],
    ["entered in error", "entered-in-error"],
    ["not issued", "not-issued"],
    ["Authorised, never issued", "template"],
  ])("with status %s is set aside as %s", async (status, code) => {
    const { account, people } = await read(row({ status: `"${status}"` }));
    expect(countsOf(account.setAside)).toEqual({ [code]: 1 });
    expect(people).toEqual([]);
  });

  it.each(["", "issued", "Issued", "ISSUED"])("with status “%s” was issued", async (status) => {
    expect((await read(row({ status }))).account.used.total).toBe(1);
  });

  it.each([
    ["acute", "acute"],
    ["Repeat", "repeat"],
    ["repeat dispensing", "repeat-dispensing"],
    ["recorded elsewhere", "elsewhere"],
    ["Hospital", "elsewhere"],
  ])("of kind %s is %s", async (kind, expected) => {
    expect((await read(row({ kind }))).people[0]?.issues[0]?.kind).toBe(expected);
  });

  it("that is a repeat template is set aside", async () => {
    expect(countsOf((await read(row({ kind: "repeat template" }))).account.setAside)).toEqual({ template: 1 });
  });

  it.each([
    ["an unknown kind", row({ kind: "weekly-ish" }), "kind-not-known", "weekly-ish"],
    ["an unknown status", row({ status: "perhaps" }), "status-not-valid", "perhaps"],
    ["no person", row({ person: "" }), "person-missing", "person"],
    ["only spaces for a person", row({ person: '"  "' }), "person-missing", "person"],
    ["no date", row({ date: "" }), "date-missing", "issue_date"],
    ["no such day", row({ date: "2025-02-29" }), "date-not-valid", "2025-02-29"],
    ["a two-digit year", row({ date: "01/02/25" }), "date-not-valid", "01/02/25"],
    ["months and days swapped", row({ date: "01/13/2025" }), "date-not-valid", "01/13/2025"],
    ["a date that means not known", row({ date: "1900-01-01" }), "date-not-valid", "1900-01-01"],
    ["no product", row({ product: "" }), "product-missing", "product_name"],
    ["a cell too few", "P1,1960,F,2001-02-03", "too-few-cells", "4 cells where the header has 13"],
    ["a cell too many", `${row({})},,`, "too-many-cells", "15 cells where the header has 13"],
    ["a comma outside quotes", row({ directions: "one, twice a day" }), "too-many-cells", "14 cells"],
    ["text after a quote", row({ directions: '"one" twice a day' }), "quote-misplaced", "twice a day"],
  ])("with %s is refused, with what was found and what to do", async (_, line, code, found) => {
    const { account } = await read(row({}), line, row({ date: "2025-02-06" }));
    expect(countsOf(account.refused)).toEqual({ [code]: 1 });
    expect(account.used.total).toBe(2);
    const [example] = account.refused.reasons[0]!.examples;
    expect(example).toMatchObject({ row: 3, todo: expect.stringMatching(/\w{3}/) });
    expect(example?.found).toContain(found);
    expect(example?.file).toMatch(/a\.csv$/);
  });

  it("whose product is refused is refused, and the person is shown all the same", async () => {
    const { account, people } = await read(row({ product: "Morphine" }));
    expect(countsOf(account.refused)).toEqual({ "strength-not-certain": 1 });
    expect(people[0]?.issues[0]?.reading.identification.kind).toBe("refused");
  });

  it("whose directions are refused is used, and told apart", async () => {
    const { account } = await read(row({ directions: "as directed" }));
    expect(account.used.opioid).toBe(1);
    expect(countsOf(account.couldNotBeComputed)).toEqual({ "directed-directions-refused": 1 });
  });

  it("dated after the latest day is set aside; on it, it is used", async () => {
    const files = { "a.csv": extract(row({ date: "2025-01-06" }), row({ date: "2025-01-07" })) };
    const { account, lastIssueDay } = await readFilesOf(files, { latestDay: parseDay("2025-01-06") });
    expect(countsOf(account.setAside)).toEqual({ "future-dated": 1 });
    expect(lastIssueDay).toBe(parseDay("2025-01-06"));
  });
});

describe("a practice extract", () => {
  it("gives people in order of their numbers, issues in order of days, as written within a day", async () => {
    const { people } = await read(
      row({ person: "P2", date: "2025-03-01", quantity: "1" }),
      row({ person: "P10", date: "2025-03-01", quantity: "2" }),
      row({ person: "P2", date: "2025-02-01", quantity: "3" }),
      row({ person: "P2", date: "2025-03-01", quantity: "4" }),
    );
    expect(linesOf(people)).toEqual([
      "P10 2025-03-01 repeat Codeine 30mg tablets x 2",
      "P2 2025-02-01 repeat Codeine 30mg tablets x 3",
      "P2 2025-03-01 repeat Codeine 30mg tablets x 1",
      "P2 2025-03-01 repeat Codeine 30mg tablets x 4",
    ]);
  });

  it("counts identical rows each, leaves out people without any opioid, keeps what is beside an opioid", async () => {
    const { people, account } = await read(
      row({}),
      row({}),
      row({ product: "Diazepam 2mg tablets" }),
      row({ person: "P3", product: "Diazepam 2mg tablets" }),
      row({ person: "P4", product: "Ramipril 5mg capsules" }),
    );
    expect(people.map(({ person, issues }) => [person, issues.length])).toEqual([["P1", 3]]);
    expect(account.used).toEqual({ total: 5, opioid: 2, companion: 2, notWatched: 1 });
  });

  it("keeps line breaks, commas and quotes of quoted cells, and counts lines as an editor does", async () => {
    const directions = '"one, ""two"" or\nthree"';
    const { people, account } = await read(row({ directions }), row({ date: "bad" }));
    expect(people[0]?.issues[0]?.reading.item.directions).toEqual({ kind: "text", text: 'one, "two" or\nthree' });
    expect(account.refused.reasons[0]?.examples[0]?.row).toBe(4);
  });

  it("gives up one line, not the rest, where a quote is never closed", async () => {
    const { account } = await read(row({}), row({ directions: '"one twice a day' }), row({}), row({}));
    expect(account.used.total).toBe(3);
    expect(countsOf(account.refused)).toEqual({ "quote-not-closed": 1 });
    expect(addsUp(account)).toBe(true);
  });

  it("passes blank lines over and sets rows of empty cells aside", async () => {
    const { account } = await read(row({}), "", ",,,,,,,,,,,", row({}));
    expect(account.rowsRead).toBe(3);
    expect(countsOf(account.setAside)).toEqual({ "empty-row": 1 });
  });

  it.each([
    ["semicolons", ";"],
    ["tabs", "\t"],
    ["bars", "|"],
  ])("may be parted by %s", async (_, delimiter) => {
    const text = extract(row({})).replaceAll(",", delimiter);
    expect((await readFilesOf({ x: text })).account.used.opioid).toBe(1);
  });

  it("may end its lines as Windows does, and lack the last line end", async () => {
    const { account, people } = await readFilesOf({
      x: extract(row({}), row({ status: '"issued"' }))
        .replaceAll("\n", "\r\n")
        .trimEnd(),
    });
    expect(account.used.opioid).toBe(2);
    expect(people).toHaveLength(1);
  });

  it("with a title above and the column names of a practice system is read", async () => {
    const text = [
      "Synthetic search",
      "",
      '"EMIS Number","Date of Birth","Gender","Issue Date","Medication Name","Dosage","Quantity","Quantity Units","Issue Type","Unknown"',
      '"77","12/06/1948","Female","06-Jan-2025 09:14","Tramadol 50mg capsules","TWO CAPS QDS","100","capsule","Repeat Issue","?"',
    ].join("\r\n");
    const { people } = await readFilesOf({ x: text });
    expect(linesOf(people)).toEqual(["77 2025-01-06 repeat Tramadol 50mg capsules x 100"]);
    expect(people[0]?.details).toEqual({ birthYear: 1948, sex: "female", registered: null });
    expect(people[0]?.issues[0]?.row).toBe(4);
  });

  it("that lacks a needed column fails with what was found and what to rename", async () => {
    const text = extract(row({})).replace("issue_date", "when");
    const { account } = await readFilesOf({ "x.csv": text, "y.csv": extract(row({})) });
    expect(account.failed).toEqual([
      expect.objectContaining({ code: "columns-missing", found: expect.stringContaining("when") as string }),
    ]);
    expect(account.failed[0]?.found).toContain("none for issue_date");
    expect(account.failed[0]?.todo).toContain("“when”");
    expect(account.used.total).toBe(1);
  });

  it("reads no column twice: the documented name goes before others", async () => {
    const text =
      "Date,issue_date,person,Drug,product_name\n2020-01-01,2025-01-06,P1,Ramipril 5mg capsules,Codeine 30mg tablets\n";
    expect(linesOf((await readFilesOf({ x: text })).people)).toEqual([
      "P1 2025-01-06 acute Codeine 30mg tablets x null",
    ]);
  });

  it("has the header that the documentation gives", () => {
    expect(HEADER.split(",")).toHaveLength(13);
  });
});
