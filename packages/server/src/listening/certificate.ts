import { X509Certificate } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import type { Server } from "node:https";
import { createSecureContext, type SecureContextOptions } from "node:tls";

/** Where the certificate (with those between it and its root) and its key are. */
export interface CertificateFiles {
  readonly cert: string;
  readonly key: string;
}

/** Forward secrecy and authenticated encryption alone; TLS 1.3 brings its own three. */
const CIPHERS = [
  "TLS_AES_256_GCM_SHA384",
  "TLS_CHACHA20_POLY1305_SHA256",
  "TLS_AES_128_GCM_SHA256",
  "ECDHE-ECDSA-AES256-GCM-SHA384",
  "ECDHE-RSA-AES256-GCM-SHA384",
  "ECDHE-ECDSA-CHACHA20-POLY1305",
  "ECDHE-RSA-CHACHA20-POLY1305",
  "ECDHE-ECDSA-AES128-GCM-SHA256",
  "ECDHE-RSA-AES128-GCM-SHA256",
].join(":");

const EVERY_MILLISECONDS = 10_000;

/** The certificate cannot be served as it is. */
export class CertificateFault extends Error {}

const read = (path: string, what: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CertificateFault(`The ${what} ${path} cannot be read (${String((error as { code?: unknown }).code)}).`);
  }
};

/** Both files, read and held against each other: a certificate whose key is another's is refused. */
export const readCertificate = (files: CertificateFiles): SecureContextOptions => {
  const [cert, key] = [read(files.cert, "certificate"), read(files.key, "key")];
  const options: SecureContextOptions = { cert, key, ciphers: CIPHERS, minVersion: "TLSv1.2", honorCipherOrder: true };
  try {
    createSecureContext(options);
  } catch {
    throw new CertificateFault(`${files.cert} and ${files.key} are no certificate and its key, in PEM.`);
  }
  const { validTo } = new X509Certificate(cert);
  if (new Date(validTo) <= new Date()) throw new CertificateFault(`The certificate ${files.cert} ended on ${validTo}.`);
  return options;
};

const stampOf = ({ cert, key }: CertificateFiles): string =>
  [cert, key]
    .map((path) => {
      const found = statSync(path, { throwIfNoEntry: false });
      return found === undefined ? "none" : `${found.ino} ${found.size} ${found.mtimeMs}`;
    })
    .join(", ");

export interface CertificateWatch {
  /** Reads the files anew now. */
  readonly again: () => void;
  readonly stop: () => void;
}

/**
 * Serves a renewed certificate to whoever connects from then on; connections that are open stay. Files that cannot be
 * served, half written perhaps, are told and change nothing; they are looked at again when they change.
 */
export const watchCertificate = (
  server: Server,
  files: CertificateFiles,
  say: (line: string) => void,
  every = EVERY_MILLISECONDS,
): CertificateWatch => {
  let stamp = stampOf(files);
  const again = (): void => {
    stamp = stampOf(files);
    try {
      server.setSecureContext(readCertificate(files));
      say("The certificate was read anew.");
    } catch (error) {
      if (!(error instanceof CertificateFault)) throw error;
      say(`${error.message} The one that was read before stays in use.`);
    }
  };
  const looking = setInterval(() => stampOf(files) !== stamp && again(), every).unref();
  return { again, stop: () => clearInterval(looking) };
};
