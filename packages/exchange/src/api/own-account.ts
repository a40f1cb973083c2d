import { z } from "zod";
import { ownAccount, password } from "./identity.ts";
import { instant } from "./shapes.ts";

export const passkeyParams = z.object({ passkey: z.string().min(1).max(1400) });
export const sessionParams = z.object({ session: z.string().min(1).max(100) });

export const passkeyOfMine = z.object({
  id: z.string(),
  name: z.string(),
  addedAt: instant,
  lastUsedAt: instant.nullable(),
});
export const sessionOfMine = z.object({
  id: z.string(),
  device: z.string().meta({ description: "What the browser calls itself" }),
  fromWhere: z.string(),
  startedAt: instant,
  seenAt: instant,
  here: z.boolean().meta({ description: "The one that asks" }),
});
export const ownAccountPage = z.object({
  account: ownAccount,
  hasPassword: z.boolean(),
  hasTotp: z.boolean(),
  passkeys: z.array(passkeyOfMine),
  identities: z.array(z.object({ provider: z.string(), linkedAt: instant })),
  sessions: z.array(sessionOfMine),
});
export const passwordChange = z.object({ current: z.string().min(1).max(200), password });

export type OwnAccountPage = z.infer<typeof ownAccountPage>;
export type PasskeyOfMine = z.infer<typeof passkeyOfMine>;
export type SessionOfMine = z.infer<typeof sessionOfMine>;
