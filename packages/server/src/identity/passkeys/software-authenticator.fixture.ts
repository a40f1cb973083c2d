import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";

const USER_PRESENT = 1;
const USER_VERIFIED = 4;
const HAS_KEY = 0x40;

type Cbor = number | string | Buffer | ReadonlyMap<number | string, Cbor>;

const head = (kind: number, size: number): Buffer => {
  if (size < 24) return Buffer.from([(kind << 5) | size]);
  if (size < 256) return Buffer.from([(kind << 5) | 24, size]);
  return Buffer.from([(kind << 5) | 25, size >> 8, size & 255]);
};

/** As much of CBOR (RFC 8949) as an authenticator says. */
const cbor = (value: Cbor): Buffer => {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...(value as ReadonlyMap<number | string, Cbor>)];
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, it]) => [cbor(key), cbor(it)])]);
};

const sha256 = (text: string | Buffer): Buffer => createHash("sha256").update(text).digest();
const text = (bytes: Buffer): string => bytes.toString("base64url");

interface Options {
  readonly challenge: string;
  readonly rp?: { readonly id: string };
  readonly rpId?: string;
  readonly user?: { readonly id: string };
}

interface Differently {
  /** The pages that ask, as the browser says. */
  readonly origin?: string;
  readonly counter?: number;
  readonly verified?: boolean;
  readonly rpId?: string;
}

/** An authenticator with one ES256 key, and the browser that speaks for it. */
export class SoftwareAuthenticator {
  readonly credentialId = randomBytes(16);
  readonly #privateKey: KeyObject;
  readonly #cose: Buffer;
  #origin: string;
  #userHandle = text(randomBytes(36));
  counter = 0;

  constructor(origin = "http://localhost:8080") {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { x, y } = publicKey.export({ format: "jwk" }) as { x: string; y: string };
    this.#privateKey = privateKey;
    this.#origin = origin;
    this.#cose = cbor(
      new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, "base64url")],
        [-3, Buffer.from(y, "base64url")],
      ]),
    );
  }

  get id(): string {
    return text(this.credentialId);
  }

  #clientData(type: string, { challenge }: Options, { origin }: Differently): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: origin ?? this.#origin, crossOrigin: false }));
  }

  #data(rpId: string, flags: number, { counter, verified = true, rpId: other }: Differently, key: Buffer): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter ?? this.counter);
    const all = flags | USER_PRESENT | (verified ? USER_VERIFIED : 0);
    return Buffer.concat([sha256(other ?? rpId), Buffer.from([all]), count, key]);
  }

  #said(response: object) {
    return { id: this.id, rawId: this.id, type: "public-key", clientExtensionResults: {}, response };
  }

  /** Makes the passkey, with attestation "none". */
  make(options: unknown, differently: Differently = {}) {
    const given = options as Options;
    this.#userHandle = given.user!.id;
    const length = Buffer.from([0, this.credentialId.length]);
    const key = Buffer.concat([Buffer.alloc(16), length, this.credentialId, this.#cose]);
    const authData = this.#data(given.rp!.id, HAS_KEY, differently, key);
    const attestation = new Map<string, Cbor>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", authData],
    ]);
    return this.#said({
      clientDataJSON: text(this.#clientData("webauthn.create", given, differently)),
      attestationObject: text(cbor(attestation)),
      transports: ["internal"],
    });
  }

  /** Uses the passkey; the count goes up. */
  use(options: unknown, differently: Differently = {}) {
    const given = options as Options;
    this.counter++;
    const clientData = this.#clientData("webauthn.get", given, differently);
    const authenticatorData = this.#data(given.rpId!, 0, differently, Buffer.alloc(0));
    const signed = Buffer.concat([authenticatorData, sha256(clientData)]);
    return this.#said({
      clientDataJSON: text(clientData),
      authenticatorData: text(authenticatorData),
      signature: text(sign("sha256", signed, this.#privateKey)),
      userHandle: this.#userHandle,
    });
  }
}
