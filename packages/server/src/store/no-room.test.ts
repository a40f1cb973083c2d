import { expect, test } from "vitest";
import { isNoRoom } from "./no-room.ts";

const withCode = (code: unknown): Error => Object.assign(new Error("could not extend file"), { code });

test("a full disk is told by PostgreSQL's codes and by the system's", () => {
  for (const code of ["53100", "58030", "ENOSPC", "EDQUOT"]) expect(isNoRoom(withCode(code)), code).toBe(true);
});

test("anything else is no full disk", () => {
  for (const code of ["53300", "57P01", "ENOENT", undefined, 28]) expect(isNoRoom(withCode(code))).toBe(false);
  expect(isNoRoom("53100")).toBe(false);
});
