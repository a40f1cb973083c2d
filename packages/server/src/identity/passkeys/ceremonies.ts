import type { PasskeyMade, PasskeyOptions, PasskeyUsed } from "@concord/exchange/api";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { RelyingParty } from "../relying-party.ts";

/** What is kept of a passkey: nothing of it is secret. */
export interface KeptPasskey {
  readonly credentialId: string;
  readonly publicKey: Buffer;
  /** How often it was used, as the authenticator counts; 0 for good where it does not. */
  readonly counter: number;
  readonly transports: readonly string[];
}

/** COSE: ES256, EdDSA and RS256, which every authenticator has one of. */
const ALGORITHMS = [-7, -8, -257];

const handleOf = (accountId: string): Buffer => Buffer.from(accountId, "utf8");

interface Owner {
  readonly id: string;
  readonly login: string;
  readonly name: string;
}

/** What a browser needs to make a passkey: found without a login, and used with a gesture that shows who uses it. */
export const optionsToMake = (
  rp: RelyingParty,
  owner: Owner,
  has: readonly string[],
): Promise<PasskeyOptions["options"]> =>
  generateRegistrationOptions({
    rpName: "Concord",
    rpID: rp.id,
    userID: new Uint8Array(handleOf(owner.id)),
    userName: owner.login,
    userDisplayName: owner.name,
    attestationType: "none",
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: has.map((id) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  }) as unknown as Promise<PasskeyOptions["options"]>;

export const optionsToUse = (rp: RelyingParty): Promise<PasskeyOptions["options"]> =>
  generateAuthenticationOptions({ rpID: rp.id, userVerification: "required" }) as unknown as Promise<
    PasskeyOptions["options"]
  >;

/** A challenge that was given, and for whom a browser may answer it. */
export interface Asked {
  readonly challenge: string;
  readonly rp: RelyingParty;
}

const expected = ({ challenge, rp }: Asked) => ({
  expectedChallenge: challenge,
  expectedOrigin: rp.origin,
  expectedRPID: rp.id,
  requireUserVerification: true,
});

/** The passkey that a browser made; null where its answer is none to this challenge, origin or relying party. */
export const madePasskey = async (response: PasskeyMade, asked: Asked): Promise<KeptPasskey | null> => {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: response as never,
      ...expected(asked),
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (registrationInfo === undefined) return null;
    const { id, publicKey, counter } = registrationInfo.credential;
    return {
      credentialId: id,
      publicKey: Buffer.from(publicKey),
      counter,
      transports: response.response.transports ?? [],
    };
  } catch {
    // The library throws for whatever is wrong; what it says may quote the answer.
    return null;
  }
};

/** The new count of a passkey that was used rightly; null where it was not, or its count did not go up. */
export const usedPasskey = async (
  response: PasskeyUsed,
  asked: Asked,
  { credentialId, publicKey, counter, accountId }: KeptPasskey & { readonly accountId: string },
): Promise<number | null> => {
  const { userHandle } = response.response;
  if (userHandle !== undefined && userHandle !== handleOf(accountId).toString("base64url")) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as never,
      ...expected(asked),
      credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
};
