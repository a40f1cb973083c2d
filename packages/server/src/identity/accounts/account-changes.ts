import type { AccountChange } from "@concord/exchange/api";
import { RequestProblem } from "../../http/problems.ts";
import type { ServiceParts } from "../../http/service.ts";
import { changeAccount, closeAccount } from "../../store/queries/changed-account.ts";
import { forgetCodes } from "../../store/queries/one-time-codes.ts";
import { removeWaysIn } from "../../store/queries/removed-ways-in.ts";
import type { AccountChanging } from "./change-account.ts";
import { codeToHandOver } from "./hand-over-code.ts";

/** Another name is said from now on; other roles end the account's sessions. */
export const renameAndGiveRoles = (
  { sessions }: ServiceParts,
  id: string,
  { name, roles }: AccountChange,
): AccountChanging => ({
  change: "name-and-roles",
  takesAdministrator: !roles.includes("administrator"),
  own: async (trx, { ofPatient }) => {
    if (ofPatient !== roles.includes("patient"))
      throw new RequestProblem(
        "request-not-valid",
        ofPatient ? "The account is a patient's, and stays one." : "Make an account of its own for a patient.",
        {
          problems: [{ at: "body.roles", found: JSON.stringify(roles), todo: "Leave the role of a patient as it is." }],
        },
      );
    await changeAccount(trx, id, { name, roles });
  },
  follows: async (trx, before) => {
    const same = before.roles.length === roles.length && roles.every((role) => before.roles.includes(role));
    return { forget: same ? () => sessions.forget(id) : await sessions.endAll(trx, id) };
  },
});

/** Recovery: nothing that the account signed in with holds any longer, and a new code opens it. */
export const handOverNewCode = ({ sessions, practiceId }: ServiceParts, id: string): AccountChanging => ({
  change: "code",
  takesAdministrator: true,
  own: async (_, { demonstration }) => {
    if (demonstration)
      throw new RequestProblem("demonstration-account", "Its password is said where the service was started.");
  },
  follows: async (trx) => {
    await removeWaysIn(trx, id);
    const code = await codeToHandOver(trx, practiceId, id);
    return { forget: await sessions.endAll(trx, id), code };
  },
});

/** A closed account has no session and no code. */
export const openOrClose = ({ sessions }: ServiceParts, id: string, closed: boolean): AccountChanging => ({
  change: closed ? "closed" : "opened",
  takesAdministrator: closed,
  own: (trx) => closeAccount(trx, id, closed),
  follows: async (trx) => {
    if (closed) await forgetCodes(trx, id);
    return { forget: closed ? await sessions.endAll(trx, id) : () => {} };
  },
});
