import { describe, expect, test } from "vitest";
import { readListening } from "./read-listening.ts";

const CERTIFICATE = { "tls-cert": "/c.pem", "tls-key": "/k.pem" };
const NAME = { "public-url": "https://concord.example" };

test("nothing given: plain HTTP on the loopback, believing nobody", () => {
  expect(readListening({})).toEqual({ host: "127.0.0.1", tls: null, proxies: [], publicUrl: null });
});

test.each([
  ["localhost", "127.0.0.1"],
  ["127.0.0.1", "127.0.0.1"],
  ["::1", "::1"],
])("--host %s is this machine", (given, host) => {
  expect(readListening({ host: given })).toMatchObject({ host, tls: null });
});

describe("beyond the loopback", () => {
  test.each(["0.0.0.0", "::", "192.168.1.2", "2001:db8::1", "127.0.0.2"])(
    "%s takes a certificate and a name",
    (host) => {
      expect(readListening({ host })).toHaveProperty("says", expect.stringContaining("over TLS alone"));
      expect(readListening({ host, ...NAME })).toHaveProperty("says", expect.stringContaining("over TLS alone"));
      expect(readListening({ host, ...CERTIFICATE })).toHaveProperty("says", expect.stringContaining("--public-url"));
      expect(readListening({ host, ...CERTIFICATE, ...NAME })).toEqual({
        host,
        tls: { cert: "/c.pem", key: "/k.pem" },
        proxies: [],
        publicUrl: "https://concord.example",
      });
    },
  );

  test("a proxy does not make plain HTTP safe there", () => {
    expect(readListening({ host: "0.0.0.0", "behind-proxy": true, ...NAME })).toHaveProperty(
      "says",
      expect.stringContaining("over TLS alone"),
    );
  });
});

describe("behind a proxy", () => {
  test("that of this machine is believed where no other is named", () => {
    expect(readListening({ "behind-proxy": true, ...NAME })).toEqual({
      host: "127.0.0.1",
      tls: null,
      proxies: ["127.0.0.1", "::1"],
      publicUrl: "https://concord.example",
    });
    const proxy = "10.1.2.3, 2001:db8::/32";
    expect(readListening({ "behind-proxy": true, proxy, ...NAME })).toMatchObject({
      proxies: ["10.1.2.3", "2001:db8::/32"],
    });
  });

  test("a name is needed", () => {
    expect(readListening({ "behind-proxy": true })).toHaveProperty("says", expect.stringContaining("--public-url"));
  });

  test.each(["", "all", "10.1.2.3.4", "0.0.0.0/0", "::/0", "10.0.0.0/33", "10.0.0.0/8/8", "10.1.2.3,", "true"])(
    "--proxy %j is refused",
    (proxy) => {
      expect(readListening({ "behind-proxy": true, proxy, ...NAME })).toHaveProperty(
        "says",
        expect.stringContaining("no address"),
      );
    },
  );
});

test.each([
  "http://concord.example",
  "concord.example",
  "https://concord.example/path",
  "https://concord.example/?x",
  "https://user@concord.example",
  "https://192.0.2.7",
  "https://[::1]",
  "",
])("--public-url %j is refused", (it) => {
  expect(readListening({ ...CERTIFICATE, "public-url": it })).toHaveProperty(
    "says",
    expect.stringContaining("--public-url"),
  );
});

test("a name is written as browsers write it", () => {
  expect(readListening({ ...CERTIFICATE, "public-url": "https://Concord.Example:443/" })).toMatchObject({
    publicUrl: "https://concord.example",
  });
  expect(readListening({ ...CERTIFICATE, "public-url": "https://concord.example:8443" })).toMatchObject({
    publicUrl: "https://concord.example:8443",
  });
});

test.each([
  [{ "tls-cert": "/c.pem" }, "go together"],
  [{ "tls-key": "/k.pem" }, "go together"],
  [{ "tls-cert": "", "tls-key": "/k.pem" }, "go together"],
  [{ proxy: "10.1.2.3" }, "--behind-proxy"],
  [NAME, "over HTTPS"],
  [{ host: "example.org" }, "no address"],
  [{ host: "" }, "no address"],
])("%j is refused: %s", (words, says) => {
  expect(readListening(words)).toHaveProperty("says", expect.stringContaining(says));
});
