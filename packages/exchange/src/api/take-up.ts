import { z } from "zod";
import { accountName, authenticatorCode, login, oidcWay, password } from "./identity.ts";
import { passkeyMade, passkeyName } from "./passkeys.ts";

/** A one-time code as it is typed: groups, spaces and capitals do not matter. */
const code = z.string().trim().min(1).max(100).meta({ description: "The one-time code" });
/** Asked for where the code makes the first administrator. */
const whoIsFirst = { code, login: login.optional(), name: accountName.optional() };

export const takeUpCode = z.object({ code });
export const takeUpLook = z.object({
  first: z.boolean().meta({ description: "The code makes the first administrator: say login and name with it" }),
  login: z.string().nullable(),
  name: z.string().nullable(),
  totp: z
    .object({ secret: z.string(), uri: z.string() })
    .meta({ description: "For the authenticator; a new one at each look, for an hour" }),
  oidc: z.array(oidcWay),
});
export const takeUpByPassword = z.object({ ...whoIsFirst, password, totpCode: authenticatorCode });
export const takeUpStart = z.object(whoIsFirst);
export const takeUpByPasskey = z.object({ ...whoIsFirst, passkeyName, response: passkeyMade });

export const signInElsewhere = z.object({
  to: z
    .string()
    .max(500)
    .regex(/^\/(?![/\\])[^\s\\]*$/)
    .optional()
    .meta({ description: "The page to move on to; one of this service's own" }),
});
export const elsewhere = z.object({ location: z.string().meta({ description: "Where the page goes on" }) });

export type TakeUpLook = z.infer<typeof takeUpLook>;
export type TakeUpStart = z.infer<typeof takeUpStart>;
export type TakeUpByPasskey = z.infer<typeof takeUpByPasskey>;
export type TakeUpByPassword = z.infer<typeof takeUpByPassword>;
