import { describe, expect, it } from "vitest";
import { concord } from "../calling/concord.fixture.ts";

describe("concord directions", () => {
  it("prints every field of the contract for a text that is understood", async () => {
    const { json, code, err } = await concord(["directions"], "1-2 every 4-6 hours\n");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(json).toEqual([
      expect.objectContaining({
        text: "1-2 every 4-6 hours",
        status: "understood",
        perDay: { min: 4, max: 12 },
        unit: "unit",
        asNeeded: false,
        maxPerDay: null,
        phases: [expect.objectContaining({ perDay: { min: 4, max: 12 }, days: null })],
        reason: null,
      }),
    ]);
  });

  it("prints every field of the contract for a text that is refused", async () => {
    const { json } = await concord(["directions"], "as directed\n");
    expect(json).toEqual([
      expect.objectContaining({
        text: "as directed",
        status: "refused",
        perDay: null,
        phases: [],
        reason: "as-directed",
      }),
    ]);
  });

  it("answers line by line in order, texts that come again, CRLF, empty lines and a last line without an end", async () => {
    const { json } = await concord(["directions"], "one bd\r\n\r\n2 od\none bd\n\n  one bd  \nmdu");
    expect(json.map(({ text }) => text)).toEqual(["one bd", "", "2 od", "one bd", "", "  one bd  ", "mdu"]);
    expect(json[1]).toMatchObject({ status: "refused", reason: "empty" });
  });

  it("takes nothing but a line end for a line end", async () => {
    const text = "one\u2028bd\u0085\tnow\rand";
    const { json, out } = await concord(["directions"], `${text}\n`);
    expect(json.map((one) => one.text)).toEqual([text]);
    expect(out).not.toMatch(/[\u2028\u2029]/);
  });

  it("keeps letters whole that arrive in two pieces", async () => {
    const long = `${"é".repeat(200_001)}\n`;
    const { json } = await concord(["directions"], long.repeat(3));
    expect(json.map((one) => one.text.length)).toEqual([200_001, 200_001, 200_001]);
  });

  it("gives as many lines as it got, thousands of them", async () => {
    const texts = Array.from({ length: 20_000 }, (_, i) => `${i % 500} tablets a day`);
    const { json } = await concord(["directions"], `${texts.join("\n")}\n`);
    expect(json.map(({ text }) => text)).toEqual(texts);
  });

  it("exits with 1 for a refused text only when strict", async () => {
    await expect(concord(["directions", "--strict"], "mdu\n")).resolves.toMatchObject({ code: 1 });
    await expect(concord(["directions", "--strict"], "one bd\n")).resolves.toMatchObject({ code: 0 });
    await expect(concord(["directions"], "mdu\n")).resolves.toMatchObject({ code: 0 });
    await expect(concord(["directions"], "")).resolves.toMatchObject({ code: 0, out: "" });
  });
});
