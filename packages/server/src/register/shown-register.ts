import { RequestProblem } from "../http/problems.ts";
import { currentBuild, type CurrentBuild } from "../store/queries/current-build.ts";
import type { Work } from "../store/schema.ts";

/** The register that is shown; a request that needs one before there is any is told so. */
export const shownRegister = async (trx: Work): Promise<CurrentBuild> => {
  const build = await currentBuild(trx);
  if (build === null)
    throw new RequestProblem("no-register-yet", "Import records first; the register is built from them.");
  return build;
};

/** The month of today, as baskets are named. */
export const thisMonth = (): string => new Date().toISOString().slice(0, 7);
