import type { Action } from "@concord/exchange/api";
import { inPractice } from "../store/in-practice.ts";
import { safetyAcceptances } from "../store/queries/safety-acceptances.ts";
import type { Database } from "../store/schema.ts";
import { changedSince, type DoseSupportVersion } from "./dose-support-version.ts";

/** What shows doses, or what follows from them. */
const SHOWS_DOSES: ReadonlySet<Action> = new Set([
  "register.read",
  "register.export",
  "person.read",
  "practice-view.read",
  "case.read",
]);

export interface DoseSupport {
  readonly version: DoseSupportVersion;
  readonly synthetic: boolean;
  /** Whether the action may be answered: beside the synthetic practice always, on live records once accepted as it is. */
  readonly allows: (action: Action) => Promise<boolean>;
  readonly isOn: () => Promise<boolean>;
  /** An acceptance was recorded or withdrawn. */
  readonly changed: () => void;
}

export interface DoseSupportParts {
  readonly db: Database;
  readonly practiceId: string;
  readonly synthetic: boolean;
  readonly version: DoseSupportVersion;
}

/** Off for live records until a clinical safety officer's acceptance of this very version stands. */
export const createDoseSupport = ({ db, practiceId, synthetic, version }: DoseSupportParts): DoseSupport => {
  let known: boolean | null = synthetic ? true : null;

  const look = async (): Promise<boolean> => {
    const all = await inPractice(db, practiceId, safetyAcceptances);
    const standing = all.find(({ withdrawnAt }) => withdrawnAt === null);
    return standing !== undefined && changedSince(standing.digest, version).length === 0;
  };
  const isOn = async (): Promise<boolean> => (known ??= await look());

  return {
    version,
    synthetic,
    isOn,
    allows: async (action) => !SHOWS_DOSES.has(action) || isOn(),
    changed: () => {
      if (!synthetic) known = null;
    },
  };
};
