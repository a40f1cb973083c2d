import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from "node:crypto";
import { promisify } from "node:util";

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const KEY_BYTES = 32;
const SALT_BYTES = 16;

const derive = promisify(argon2) as (algorithm: "argon2id", parameters: Argon2Parameters) => Promise<Buffer>;

interface Parts {
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
  readonly salt: Buffer;
  readonly key: Buffer;
}

const keyOf = (password: string, { memory, passes, lanes, salt, key }: Parts): Promise<Buffer> =>
  derive("argon2id", {
    message: password.normalize("NFKC"),
    nonce: salt,
    parallelism: lanes,
    tagLength: key.length,
    memory,
    passes,
  });

const text = (bytes: Buffer): string => bytes.toString("base64").replaceAll("=", "");

/** A password as it is kept: argon2id in the PHC string format, with a salt of its own. */
export const hashPassword = async (password: string): Promise<string> => {
  const parts = {
    memory: MEMORY_KIB,
    passes: PASSES,
    lanes: LANES,
    salt: randomBytes(SALT_BYTES),
    key: Buffer.alloc(KEY_BYTES),
  };
  const key = await keyOf(password, parts);
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${text(parts.salt)}$${text(key)}`;
};

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Whether the password is the one that was kept, in the same time whether it is nearly or not at all. */
export const isPassword = async (password: string, phc: string): Promise<boolean> => {
  const found = PHC.exec(phc);
  if (found === null) throw new Error("What is kept is no argon2id hash.");
  const [memory, passes, lanes] = found.slice(1, 4).map(Number) as [number, number, number];
  const [salt, key] = found.slice(4).map((part) => Buffer.from(part, "base64")) as [Buffer, Buffer];
  return timingSafeEqual(await keyOf(password, { memory, passes, lanes, salt, key }), key);
};
