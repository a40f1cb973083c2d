import { describe, expect, test } from "vitest";
import { hashPassword, isPassword } from "./password-hash.ts";

describe("a password", () => {
  test("is known again, and no other is", async () => {
    const phc = await hashPassword("correct horse battery");
    expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword("correct horse battery", phc)).toBe(true);
    expect(await isPassword("correct horse batterY", phc)).toBe(false);
    expect(await isPassword("", phc)).toBe(false);
  });

  test("is kept with a salt of its own", async () => {
    expect(await hashPassword("the same twice")).not.toBe(await hashPassword("the same twice"));
  });

  test("is the same however its letters are composed", async () => {
    expect(await isPassword("cafe\u0301 au lait", await hashPassword("café au lait"))).toBe(true);
  });

  test("as RFC 9106 names argon2id, of another program", async () => {
    // Parameters travel with the hash, so that they can be raised later.
    const weaker = (await hashPassword("x")).replace("m=19456", "m=8192");
    expect(await isPassword("x", weaker)).toBe(false);
    await expect(isPassword("x", "plain text")).rejects.toThrow("no argon2id hash");
  });
});
