import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CertificateFiles } from "./certificate.ts";

/** One value in DER: its tag, its length, its bytes. */
const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const bytes = Buffer.concat(parts);
  const size = bytes.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), bytes]);
};

const [INTEGER, BITS, OCTETS, OID, TEXT, TIME, SEQUENCE, SET] = [2, 3, 4, 6, 12, 23, 0x30, 0x31] as const;
const ECDSA_SHA256 = der(SEQUENCE, der(OID, Buffer.from("2a8648ce3d040302", "hex")));
const COMMON_NAME = der(OID, Buffer.from("550403", "hex"));
const ALTERNATIVE_NAMES = der(OID, Buffer.from("551d11", "hex"));

const nameOf = (text: string): Buffer =>
  der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(TEXT, Buffer.from(text)))));

const timeOf = (at: Date): Buffer =>
  der(TIME, Buffer.from(`${at.toISOString().replaceAll(/[-:T]/g, "").slice(2, 14)}Z`));

const A_DAY = 86_400_000;

/** A certificate that vouches for itself alone, and its key, both PEM; made anew for each test that needs one. */
const newCertificate = (name: string, lastsDays = 2): { readonly cert: string; readonly key: string } => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const [from, until] = [new Date(Date.now() - 3 * A_DAY), new Date(Date.now() + lastsDays * A_DAY)];
  const names = der(SEQUENCE, der(0x82, Buffer.from(name)), der(0x87, Buffer.from([127, 0, 0, 1])));
  const extensions = der(SEQUENCE, der(SEQUENCE, ALTERNATIVE_NAMES, der(OCTETS, names)));
  const said = der(
    SEQUENCE,
    der(0xa0, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.from([1]), randomBytes(8)),
    ECDSA_SHA256,
    nameOf(name),
    der(SEQUENCE, timeOf(from), timeOf(until)),
    nameOf(name),
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, extensions),
  );
  const signature = der(BITS, Buffer.from([0]), sign("sha256", said, privateKey));
  const base64 = der(SEQUENCE, said, ECDSA_SHA256, signature).toString("base64");
  const cert = `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g)!.join("\n")}\n-----END CERTIFICATE-----\n`;
  return { cert, key: privateKey.export({ type: "pkcs8", format: "pem" }) as string };
};

/** The same as two files of a folder; what stood there is written over. */
export const writeCertificate = (folder: string, name: string, lastsDays?: number): CertificateFiles => {
  const { cert, key } = newCertificate(name, lastsDays);
  const files = { cert: join(folder, "cert.pem"), key: join(folder, "key.pem") };
  writeFileSync(files.cert, cert);
  writeFileSync(files.key, key, { mode: 0o600 });
  return files;
};
