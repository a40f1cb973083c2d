import { expect, test } from "vitest";
import { hashOfCode, newOneTimeCode } from "./one-time-code.ts";

test("a code is five groups of four, without letters that are taken for others, and another each time", () => {
  const codes = Array.from({ length: 200 }, newOneTimeCode);
  for (const code of codes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){4}$/);
  expect(new Set(codes).size).toBe(200);
});

test("however it is typed, it is the same code; another is another", () => {
  const kept = hashOfCode("abcd-efgh-jkmn-pqrs-tuvw");
  for (const typed of [" ABCD EFGH JKMN PQRS TUVW", "abcdefghjkmnpqrstuvw", "abcd–efgh–jkmn–pqrs–tuvw."])
    expect(hashOfCode(typed)).toEqual(kept);
  expect(hashOfCode("abcd-efgh-jkmn-pqrs-tuvx")).not.toEqual(kept);
});
