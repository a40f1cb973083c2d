import { expect, test } from "vitest";
import { foreignMatter } from "./speaks-of-itself.ts";

// Built from pieces, so that this file passes the check that it tests.
const slash = "/";
test.each([
  `${slash}work/main/x`,
  `see ${slash}home/somebody/notes`,
  `https://${"registry"}.example.org${slash}`,
  `http://${"192.168"}.0.7:4873`,
  `${"A"}I`,
])("finds %s", (text) => {
  expect(foreignMatter(`fine\n${text}`)).toEqual([expect.objectContaining({ line: 2 })]);
});

test.each([
  "a healthcare assistant rings the person",
  "the network of practices",
  "./work/plan.ts, out/work/",
  "said again, in the main ward",
  "https://www.england.nhs.uk/long-read/",
])("leaves %s alone", (text) => {
  expect(foreignMatter(text)).toEqual([]);
});
