import { describe, expect, it } from "vitest";
import { account } from "../report/page.fixture.ts";
import { sayAccount } from "./say-account.ts";

describe("where each row went", () => {
  it("adds up on its first line, then gives each reason with a row to look up", () => {
    const lines = sayAccount(account).split("\n");
    expect(lines[0]).toBe("Rows read 184,211 = used 171,903 + set aside 11,960 + refused 348");
    expect(lines).toContain("     11,960  cancelled");
    expect(lines).toContain("             for example practice.csv, row 7: 31/02/2026");
  });

  it("warns where the same records may have been read twice", () => {
    const fhir = { ...account.files[0]!, file: "bundles.ndjson", format: "fhir-ndjson" } as const;
    expect(sayAccount(account)).not.toContain("twice");
    expect(sayAccount({ ...account, files: [...account.files, fhir] })).toContain(
      "Look: files of different formats were read together (practice.csv, bundles.ndjson).\nIf they hold the same records, each issue counts twice",
    );
    expect(sayAccount({ ...account, files: [fhir, { ...fhir, format: "fhir-bundle" }] })).not.toContain("twice");
  });

  it("names the first files that were passed over, and counts the rest", () => {
    const notRead = Array.from({ length: 7 }, (_, at) => ({ file: `letter-${at}`, why: "not a format that we know" }));
    const lines = sayAccount({ ...account, notRead }).split("\n");
    expect(lines).toContain("Passed over: letter-4: not a format that we know.");
    expect(lines).toContain("Passed over: 2 more.");
    expect(lines.join()).not.toContain("letter-5");
    expect(sayAccount({ ...account, notRead: notRead.slice(0, 5) })).not.toContain(" more.");
  });

  it("names a file that could not be read to its end, where it stopped and what to do", () => {
    const failed = [
      { file: "b.csv.gz", code: "damaged", at: { byte: 80 }, found: "the gzip ends early", todo: "Fetch it again." },
    ] as const;
    expect(sayAccount({ ...account, failed })).toContain(
      "Not read to the end: b.csv.gz, byte 80: the gzip ends early. Fetch it again.",
    );
  });
});
