/** The only door of the core. */
export type { Day } from "./calendar/day.ts";
export { addDays, dayFrom, formatDay, parseDay, partsOfDay, sayDay } from "./calendar/day.ts";
export { readFhirDosage } from "./directions/fhir/read-fhir-dosage.ts";
export { presentDirections, type PresentedDirections, type PresentedPhase } from "./directions/present.ts";
export { readDirections } from "./directions/read.ts";
export { saysNoDose } from "./directions/says-no-dose.ts";
export type {
  Directions,
  DirectionsReason,
  DoseUnit,
  PerDay,
  Phase,
  StatedAmount,
  Understood,
  Unreadable,
} from "./directions/types.ts";
export { FACTOR_TABLES, factorTable, isFactorTableId, sayTable } from "./equivalence/factor-tables.ts";
export { presentTables } from "./equivalence/present-tables.ts";
export type { PresentedRow, PresentedTable } from "./equivalence/present-tables.ts";
export type { FactorRow, FactorTable, FactorTableId, Step } from "./equivalence/types.ts";
export type { DirectedBand, Segment, SubstanceBand } from "./exposure/directed-segments.ts";
export type { CurrentInstruction, Dose, SubstanceDose } from "./exposure/dose-on.ts";
export { doseOn } from "./exposure/dose-on.ts";
export type { Episode } from "./exposure/episode.ts";
export type { DoseExplained } from "./exposure/explain-dose.ts";
export { explainDose, explainDoseByPart } from "./exposure/explain-dose.ts";
export type { Exposure } from "./exposure/exposure.ts";
export { exposureOf } from "./exposure/exposure.ts";
export type { CompanionInterval, ElsewhereInterval, MaintenanceInterval } from "./exposure/intervals.ts";
export { milligrams } from "./exposure/milligrams.ts";
export type { OmeAnswer, OmeQuestion } from "./exposure/present-ome.ts";
export { presentOme } from "./exposure/present-ome.ts";
export type { ItemReader, ItemReaderParts } from "./exposure/read-item.ts";
export { createItemReader } from "./exposure/read-item.ts";
export type { ExposureSettings } from "./exposure/settings.ts";
export { EXPOSURE_DEFAULTS } from "./exposure/settings.ts";
export type { Span } from "./exposure/span.ts";
export type { Spans } from "./exposure/spans.ts";
export type { SubstanceSupply, SupplyStep } from "./exposure/supply-steps.ts";
export type { TimelineRow } from "./exposure/timeline.ts";
export { timelineOf } from "./exposure/timeline.ts";
export type {
  Computed,
  DirectedPhase,
  DirectionsAsWritten,
  DoseProblem,
  Issue,
  IssueKind,
  Item,
  ItemReading,
  Nanograms,
  PersonDetails,
  RefusedRow,
  Stopped,
  Unconverted,
} from "./exposure/types.ts";
export type { Evidence, EvidenceRow, Finding, FindingContext, FindingRule, FindingSource } from "./findings/finding.ts";
export { FINDING_CODES, type FindingCode } from "./findings/finding-codes.ts";
export { findingContext } from "./findings/finding-context.ts";
export type { MgPerDay, RegisterEntry, RegisterFinding, RegisterSettings } from "./findings/register-entry.ts";
export { registerEntry } from "./findings/register-entry.ts";
export type { FindingSettings } from "./findings/rules.ts";
export { FINDING_RULES, findingsOf } from "./findings/rules.ts";
export type { DictionaryProduct } from "./medicines/dictionary.ts";
export { allMedicines } from "./medicines/dictionary.ts";
export { identify } from "./medicines/identify.ts";
export type {
  CompanionClass,
  CountedIn,
  Identification,
  IdentificationProblem,
  Medicine,
  Opioid,
  ProductCode,
  ProductText,
  Release,
  Route,
  Strength,
  WearTime,
} from "./medicines/types.ts";
export type { Measure, Unit } from "./quantity/measure.ts";
export type { Ratio } from "./quantity/ratio.ts";
export { compare, fromNumber, over, parseDecimal, plus, ratio, times, toNumber } from "./quantity/ratio.ts";
