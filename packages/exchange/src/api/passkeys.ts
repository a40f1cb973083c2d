import { z } from "zod";

const encoded = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/);

/** Everything that a browser's authenticator says of itself beside what is signed. */
const beside = {
  id: encoded(1400),
  rawId: encoded(1400),
  type: z.literal("public-key"),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).optional(),
  clientExtensionResults: z.looseObject({}),
};

/** What a browser answers where a passkey was made (WebAuthn level 3, RegistrationResponseJSON). */
export const passkeyMade = z.object({
  ...beside,
  response: z.looseObject({
    clientDataJSON: encoded(8000),
    attestationObject: encoded(40_000),
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});

/** What a browser answers where a passkey was used (AuthenticationResponseJSON). */
export const passkeyUsed = z.object({
  ...beside,
  response: z.looseObject({
    clientDataJSON: encoded(8000),
    authenticatorData: encoded(8000),
    signature: encoded(8000),
    userHandle: encoded(200).optional(),
  }),
});

export const passkeyName = z.string().trim().min(1).max(100).meta({ description: "What its owner calls it" });
/** Handed to the browser as it is. */
export const passkeyOptions = z.object({
  options: z.looseObject({ challenge: z.string() }).meta({ description: "As WebAuthn level 3 writes it in JSON" }),
});
export const noFields = z.object({}).meta({ description: "Nothing" });

export const passkeySignIn = z.object({ response: passkeyUsed });
export const newPasskey = z.object({ name: passkeyName, response: passkeyMade });

export type PasskeyMade = z.infer<typeof passkeyMade>;
export type PasskeyUsed = z.infer<typeof passkeyUsed>;
export type PasskeyOptions = z.infer<typeof passkeyOptions>;
