import { isIP } from "node:net";

/** Where the service listens, how it is reached, and whose word about that it takes. */
export interface Listening {
  readonly host: string;
  /** The files of its certificate and key; null where it speaks plain HTTP, on the loopback alone. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Whose X-Forwarded headers are believed; none where there is no proxy. */
  readonly proxies: readonly string[];
  /** The one origin under which people open it, such as https://concord.example; null on a machine of its own. */
  readonly publicUrl: string | null;
}

/** What of the call says how it listens. */
export interface ListeningWords {
  readonly host?: string | undefined;
  readonly "tls-cert"?: string | undefined;
  readonly "tls-key"?: string | undefined;
  readonly "behind-proxy"?: boolean | undefined;
  readonly proxy?: string | undefined;
  readonly "public-url"?: string | undefined;
}

export interface Refused {
  readonly says: string;
  readonly todo: string;
}

const LOOPBACK: Readonly<Record<string, string>> = {
  "127.0.0.1": "127.0.0.1",
  localhost: "127.0.0.1",
  "::1": "::1",
};

const refused = (says: string, todo: string): Refused => ({ says, todo });

const tlsOf = ({ "tls-cert": cert, "tls-key": key }: ListeningWords): Listening["tls"] | Refused => {
  if (cert === undefined && key === undefined) return null;
  return cert === undefined || key === undefined || cert === "" || key === ""
    ? refused("--tls-cert and --tls-key go together.", "Give the file of the certificate and the file of its key.")
    : { cert, key };
};

/** An address, or a network such as 10.1.0.0/16; not everybody. */
const isProxy = (text: string): boolean => {
  const [address = "", bits, ...more] = text.split("/");
  const most = { 4: 32, 6: 128 }[isIP(address)];
  if (most === undefined || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most);
};

const proxiesOf = ({ "behind-proxy": behind, proxy }: ListeningWords): readonly string[] | Refused => {
  if (behind !== true)
    return proxy === undefined ? [] : refused("--proxy says whom to believe, with --behind-proxy.", "Give both.");
  const named = proxy?.split(",").map((it) => it.trim()) ?? ["127.0.0.1", "::1"];
  const wrong = named.find((it) => !isProxy(it));
  return wrong === undefined
    ? named
    : refused(`--proxy "${wrong}" is no address.`, "Give addresses as 10.1.2.3 or 10.1.0.0/16, with commas.");
};

const publicUrlOf = ({ "public-url": given }: ListeningWords): string | null | Refused => {
  if (given === undefined) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  const bare = url !== null && url.pathname === "/" && url.search + url.hash + url.username + url.password === "";
  return bare && url.protocol === "https:" && isIP(url.hostname.replaceAll(/[[\]]/g, "")) === 0
    ? url.origin
    : refused(`--public-url ${given} is no address of its own over HTTPS.`, "Write it as https://concord.example.");
};

const isRefused = (it: unknown): it is Refused => typeof it === "object" && it !== null && "says" in it;

/** Plain HTTP is for the loopback; what others reach has a certificate, and a name that requests are held against. */
const unsafe = ({ tls, proxies, publicUrl }: Listening, beyond: boolean): Refused | null => {
  if (beyond && tls === null)
    return refused(
      "Beyond the loopback Concord answers over TLS alone: people's records never travel in the clear.",
      "Give --tls-cert FILE and --tls-key FILE; or leave --host out and let a proxy on this machine do it: --behind-proxy --public-url https://NAME.",
    );
  if (publicUrl === null && (beyond || proxies.length > 0))
    return refused(
      "There is no --public-url: requests are held against the name under which people open Concord.",
      "Give --public-url https://NAME.",
    );
  if (publicUrl !== null && tls === null && proxies.length === 0)
    return refused(
      "--public-url needs something that answers at it over HTTPS.",
      "Give --tls-cert FILE and --tls-key FILE, or --behind-proxy.",
    );
  return null;
};

/** Reads how the service is to listen; what would be unsafe is refused, with what to do. */
export const readListening = (words: ListeningWords): Listening | Refused => {
  const given = words.host ?? "127.0.0.1";
  const host = LOOPBACK[given] ?? given;
  if (isIP(host) === 0)
    return refused(`--host ${given} is no address of this machine.`, "Give an address, such as 127.0.0.1 or 0.0.0.0.");
  const [tls, proxies, publicUrl] = [tlsOf(words), proxiesOf(words), publicUrlOf(words)];
  if (isRefused(tls)) return tls;
  if (isRefused(proxies)) return proxies;
  if (isRefused(publicUrl)) return publicUrl;
  const listening = { host, tls, proxies, publicUrl };
  return unsafe(listening, LOOPBACK[host] === undefined) ?? listening;
};
