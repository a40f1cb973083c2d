import { expect, test } from "vitest";
import { movingOnPage } from "./moving-on-page.ts";

test("moves on to the address, and takes nothing of it for a part of the page", () => {
  const page = movingOnPage(`/register?doseMin=90&x="><script>'`);
  expect(page).toContain('content="0;url=/register?doseMin=90&amp;x=&quot;&gt;&lt;script&gt;&#39;"');
  expect(page).not.toContain("<script");
});
