import { newAcceptance as newAcceptanceBody, safety, type Safety } from "@concord/exchange/api";
import { answers } from "../http/answers.ts";
import { inRecordsOf } from "../http/in-records.ts";
import { RequestProblem } from "../http/problems.ts";
import type { Service, ServiceParts } from "../http/service.ts";
import { presentTable } from "../practices/present-table.ts";
import {
  newAcceptance,
  safetyAcceptances,
  withdrawAcceptances,
  type AcceptanceFound,
} from "../store/queries/safety-acceptances.ts";
import type { DoseSupport } from "./dose-support.ts";
import { changedSince, digestText } from "./dose-support-version.ts";
import { readHazardLog, type HazardLog } from "./hazard-log.ts";

const tags = ["safety"];
/** Of the service's register. */
const TABLE = "uk";

const stateOf = (synthetic: boolean, isOn: boolean): Safety["support"]["state"] => {
  if (synthetic) return "synthetic";
  return isOn ? "on" : "off";
};

const present = (
  { version, synthetic }: DoseSupport,
  found: readonly AcceptanceFound[],
  { hazards, reviewed_by }: HazardLog,
): Safety => {
  const standing = found.find(({ withdrawnAt }) => withdrawnAt === null);
  const changed = standing === undefined ? [] : changedSince(standing.digest, version);
  return {
    support: {
      state: stateOf(synthetic, standing !== undefined && changed.length === 0),
      version: version.version,
      engine: version.engine,
      table: presentTable(TABLE),
      thresholds: version.thresholds,
      changed: [...changed],
    },
    acceptances: found.map(({ id, officer, registration, version: of, at, withdrawnAt }) => ({
      id,
      officer,
      registration,
      version: of,
      at,
      withdrawnAt,
    })),
    hazards,
    reviewedBy: reviewed_by,
  };
};

export const safetyRoutes = (service: Service, parts: ServiceParts): void => {
  const inRecords = inRecordsOf(parts);
  const { doseSupport, practiceId } = parts;
  const log = readHazardLog();

  service.get(
    "/api/safety",
    {
      config: { action: "safety.read" },
      schema: {
        tags,
        summary: "Whether dose support is on, who accepted it and as what; the hazard log",
        response: answers({ 200: safety }),
      },
    },
    async (request) => present(doseSupport, await inRecords(request, safetyAcceptances), log),
  );

  service.post(
    "/api/safety/acceptances",
    {
      config: { action: "safety.accept" },
      schema: {
        tags,
        summary: "Records that the clinical safety officer has accepted dose support as it is now",
        body: newAcceptanceBody,
        response: answers({ 201: safety }),
      },
    },
    async (request, reply) => {
      const { officer, registration } = request.body;
      const { version } = doseSupport;
      const found = await inRecords(request, async (trx) => {
        const digest = digestText(version);
        const recordedBy = request.actor!.accountId;
        const id = await newAcceptance(trx, practiceId, {
          officer,
          registration,
          version: version.version,
          digest,
          recordedBy,
        });
        Object.assign(request.facts.about, { acceptance: id, digest });
        return safetyAcceptances(trx);
      });
      doseSupport.changed();
      return reply.code(201).send(present(doseSupport, found, log));
    },
  );

  service.delete(
    "/api/safety/acceptances",
    {
      config: { action: "safety.accept" },
      schema: {
        tags,
        summary: "Withdraws every acceptance that stands: dose support is off for live records at once",
        response: answers({ 200: safety }),
      },
    },
    async (request) => {
      const found = await inRecords(request, async (trx) => {
        if (!(await withdrawAcceptances(trx)))
          throw new RequestProblem("already-undone", "No acceptance stands that could be withdrawn.");
        Object.assign(request.facts.about, { withdrawn: true });
        return safetyAcceptances(trx);
      });
      doseSupport.changed();
      return present(doseSupport, found, log);
    },
  );
};
