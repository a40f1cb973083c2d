import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FINDING_RULES } from "@concord/core";
import { root } from "./check.ts";
import { blamingWords } from "./respectful-words.ts";
import { trackedFiles } from "./tracked-files.ts";

test.each(["an addict", "substance misuse", "Drug Abusers", "non-compliance", "drug seeking"])("%s blames", (text) => {
  expect(blamingWords(text)).not.toEqual([]);
});

test.each([
  "a person taking opioids",
  "the addiction service",
  "FPM, Substance misuse: acute pain management, undated",
  "a clean line",
])("%s does not blame", (text) => {
  expect(blamingWords(text)).toEqual([]);
});

test("no text of the product blames or labels a person", () => {
  const texts = trackedFiles().filter((file) =>
    /^(packages|twin)\/.*(?<!\.test)\.tsx?$|^packages\/.*\.en-GB\.json$|^[A-Z]+\.md$|^docs\/.*\.md$/.test(file),
  );
  expect(texts.length).toBeGreaterThan(50);
  const found = texts.flatMap((file) =>
    blamingWords(readFileSync(join(root, file), "utf8")).map((word) => [file, word]),
  );
  expect(found).toEqual([]);
});

test("no finding tells anyone to change a dose", () => {
  for (const { title } of FINDING_RULES)
    expect(title).not.toMatch(/\b(reduce|taper|stop|cut|wean|should|must|too (high|much))\b/i);
});
