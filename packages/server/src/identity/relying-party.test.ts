import { expect, test } from "vitest";
import { relyingParty } from "./relying-party.ts";

const at = (host: string, publicUrl: string | null = null, protocol = "http") =>
  relyingParty({ host, protocol: protocol as "http" }, publicUrl);

test("on this machine, passkeys work at the name localhost and at no number", () => {
  expect(at("localhost:4100")).toEqual({ id: "localhost", origin: "http://localhost:4100" });
  expect([at("127.0.0.1:4100"), at("[::1]:4100"), at("not a host")]).toEqual([null, null, null]);
});

test("with a public address, they work there alone", () => {
  const open = "https://concord.example/";
  expect(at("concord.example", open, "https")).toEqual({ id: "concord.example", origin: "https://concord.example" });
  // Behind a proxy that says nothing of TLS, the public address still knows.
  expect(at("concord.example", open)).toEqual({ id: "concord.example", origin: "https://concord.example" });
  expect([at("localhost:4100", open), at("203.0.113.1", "http://203.0.113.1")]).toEqual([null, null]);
});
