import type { FuzzedReader } from "../reader.ts";
import { backups } from "./backups.ts";
import { directions, dosages } from "./directions.ts";
import { fhirBytes, fhirValues } from "./fhir.ts";
import { requestBodies } from "./request-bodies.ts";
import { omopTables, practiceExtracts } from "./tables.ts";

/** Whatever reads what comes from outside; their shares add up to 100. */
export const FUZZED_READERS: readonly FuzzedReader[] = [
  practiceExtracts,
  omopTables,
  fhirBytes,
  fhirValues,
  directions,
  dosages,
  requestBodies,
  backups,
];
