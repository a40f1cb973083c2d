import { z } from "zod";
import { action, role } from "./roles.ts";
import { instant } from "./shapes.ts";

export const login = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(200)
  .meta({ description: "What the account is called" });
export const accountName = z.string().trim().min(1).max(200).meta({ description: "What people are shown" });
/** Long enough by itself; what it is made of is not asked. */
export const PASSWORD_LEAST = 12;
export const password = z.string().min(PASSWORD_LEAST).max(200);

/** Six digits of the person's authenticator. */
export const authenticatorCode = z.string().regex(/^\d{6}$/);
/** A service at which people sign in elsewhere, by OpenID Connect. */
export const oidcWay = z.object({ id: z.string(), name: z.string() });
export const oidcParams = z.object({ provider: z.string().min(1).max(60) });

export const signInWays = z.object({
  password: z.literal(true),
  passkey: z.boolean().meta({ description: "Passkeys work at the address that was asked" }),
  oidc: z.array(oidcWay),
  first: z.boolean().meta({ description: "No account yet: the code of the console makes the first administrator" }),
  demonstration: z.boolean().meta({ description: "There are accounts of the synthetic practice" }),
});

export const passwordSignIn = z.object({
  login,
  password: z.string().min(1).max(200),
  code: authenticatorCode
    .optional()
    .meta({ description: "Of the person's authenticator; not asked of demonstration accounts" }),
});

export const ownAccount = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  roles: z.array(role),
  demonstration: z.boolean().meta({ description: "One of those that come with the synthetic practice" }),
});
export const session = z.object({
  account: ownAccount,
  may: z.array(action).meta({ description: "Everything that the roles of the account allow" }),
  signedInBy: z.string(),
  endsAt: instant.meta({ description: "At the latest" }),
  idleMinutes: z.int().meta({ description: "Without a request for so long, the session ends" }),
});

export type SignInWays = z.infer<typeof signInWays>;
export type PasswordSignIn = z.infer<typeof passwordSignIn>;
export type OwnAccount = z.infer<typeof ownAccount>;
export type Session = z.infer<typeof session>;
