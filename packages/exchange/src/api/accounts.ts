import { z } from "zod";
import { accountName, login } from "./identity.ts";
import { role, type Role } from "./roles.ts";
import { instant, personReference } from "./shapes.ts";

export const accountParams = z.object({ account: z.uuid() });

const roles = z
  .array(role)
  .min(1)
  .max(8)
  .refine((given) => new Set(given).size === given.length, "Name each role once")
  .refine((given) => !given.includes("patient") || given.length === 1, "The role of a patient stands alone");

const isPatient = ({ roles: given }: { readonly roles: readonly Role[] }): boolean => given.includes("patient");

export const account = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  roles: z.array(role),
  person: personReference.nullable().meta({ description: "Of a patient: who they are in the records" }),
  demonstration: z.boolean(),
  createdAt: instant,
  disabledAt: instant.nullable().meta({ description: "Closed since" }),
  takenUp: z.boolean().meta({ description: "It has something to sign in with" }),
  lastSeenAt: instant.nullable(),
});
export const accountList = z.object({ accounts: z.array(account) });
export const newAccount = z
  .object({ login, name: accountName, roles, person: personReference.optional() })
  .refine((it) => isPatient(it) === (it.person !== undefined), {
    path: ["person"],
    message: "A patient is named as the records name them, and nobody else is",
  });
export const accountChange = z.object({ name: accountName, roles });
export const oneTimeCode = z.object({
  code: z.string().meta({ description: "Shown this once; the account is taken up with it" }),
  expiresAt: instant,
});
export const accountMade = oneTimeCode.extend({ account });

export type Account = z.infer<typeof account>;
export type NewAccount = z.infer<typeof newAccount>;
export type AccountChange = z.infer<typeof accountChange>;
export type AccountMade = z.infer<typeof accountMade>;
export type OneTimeCode = z.infer<typeof oneTimeCode>;
