import { createPrivateKey, subtle } from "node:crypto";
import type { CryptoKey } from "openid-client";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** How a client shows who it is by a signature (private_key_jwt). */
export const SIGNING_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "ES256"] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

const rsa = (name: string, hash: string) => ({ name, hash });
const IMPORTED: Readonly<Record<SigningAlgorithm, { name: string; hash?: string; namedCurve?: string }>> = {
  RS256: rsa("RSASSA-PKCS1-v1_5", "SHA-256"),
  RS384: rsa("RSASSA-PKCS1-v1_5", "SHA-384"),
  RS512: rsa("RSASSA-PKCS1-v1_5", "SHA-512"),
  PS256: rsa("RSA-PSS", "SHA-256"),
  ES256: { name: "ECDSA", namedCurve: "P-256" },
};

/** The key in a PEM file; what is wrong with it where it cannot be used. */
export const readPrivateKey = async (
  file: string,
  algorithm: SigningAlgorithm,
  folder: string,
): Promise<CryptoKey | string> => {
  try {
    const der = createPrivateKey(readFileSync(resolve(folder, file))).export({ type: "pkcs8", format: "der" });
    return (await subtle.importKey("pkcs8", new Uint8Array(der), IMPORTED[algorithm] as never, false, [
      "sign",
    ])) as unknown as CryptoKey;
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    return missing ? "There is no such file." : `The file is no private key in PEM for ${algorithm}.`;
  }
};
