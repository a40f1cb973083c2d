import type { FindingCode } from "@concord/core";
import { isoToDay, sayDate, sayMg, THIN } from "./say-dose.ts";

type Facts = Readonly<Record<string, unknown>>;

const text = (fact: unknown): string => (typeof fact === "string" || typeof fact === "number" ? String(fact) : "");
const mg = (fact: unknown): string => (typeof fact === "number" ? `${sayMg(fact)}${THIN}mg` : "");
const date = (fact: unknown): string => (typeof fact === "string" ? sayDate(isoToDay(fact)) : "");
const each = (fact: unknown): readonly Facts[] => (Array.isArray(fact) ? (fact as Facts[]) : []);
const names = (fact: unknown): string =>
  Array.isArray(fact) ? fact.map(text).join(fact.length === 2 ? " and " : ", ") : text(fact);
const capital = (words: string): string => words.replace(/^[a-z]/, (first) => first.toUpperCase());

const together = (facts: Facts): string =>
  `${capital(names(facts["opioids"]))} with ${names(facts["with"])}, current on the same day.`;

/** For the classes whose source says so. */
const slowsBreathing = (facts: Facts): string => `${together(facts)} Together they slow breathing.`;

const supplyOf = (which: "directedMaxMg" | "directedMinMg", than: string) => (facts: Facts) =>
  each(facts["substances"])
    .map(
      (one) =>
        `${capital(text(one["substance"]))}: ${mg(one["suppliedMg"])} issued from ${date(one["from"])} to ${date(one["to"])}, where the directions ${than} ${mg(one[which])} (oral morphine equivalent).`,
    )
    .join(" ");

const highDose = (facts: Facts): string => {
  // A supply of 0 beside a dose is one that could not be computed.
  const supplied = facts["suppliedMgPerDay"] === 0 ? "" : `, ${mg(facts["suppliedMgPerDay"])} a day as supplied`;
  const former = facts["at120"] === true ? `, and so is that of 120${THIN}mg` : "";
  return `Up to ${mg(facts["directedMaxMgPerDay"])} a day as directed${supplied}. The mark is reached by what was ${text(facts["by"])}${former}.`;
};

/** One sentence for each finding, made of its own evidence. */
const BY_CODE: Readonly<Record<FindingCode, (facts: Facts) => string>> = {
  "high-dose": highDose,
  "rising-dose": (facts) =>
    `From ${mg(facts["earlierMgPerDay"])} a day on ${date(facts["earlierOn"])} to ${mg(facts["nowMgPerDay"])} a day now, by what was ${text(facts["by"])}.`,
  "long-term-use": (facts) =>
    `Since ${date(facts["since"])}, ${text(facts["issues"])} issues without a long gap: ${text(facts["months"])} months or longer.`,
  "more-than-one-opioid": (facts) => `${capital(names(facts["opioids"]))} are current together.`,
  "opioid-with-benzodiazepine": slowsBreathing,
  "opioid-with-z-drug": together,
  "opioid-with-gabapentinoid": slowsBreathing,
  "supply-ahead": supplyOf("directedMaxMg", "allow at most"),
  "supply-behind": supplyOf("directedMinMg", "ask for at least"),
  "high-dose-start": (facts) =>
    `Started on ${date(facts["startedOn"])} at up to ${mg(facts["directedMaxMgPerDay"])} a day.`,
  "inherited-on-registration": (facts) =>
    `Registered on ${date(facts["registered"])}, first issue on ${date(facts["firstIssue"])} at up to ${mg(facts["directedMaxMgPerDay"])} a day: it may have been started elsewhere. Continue safely first.`,
  "patch-wear-conflict": (facts) =>
    each(facts["patches"])
      .map(
        (one) =>
          `${text(one["product"])}: changed every ${text(one["statedHours"])} hours as written, made to be worn ${names(one["licensedHours"])} hours.`,
      )
      .join(" "),
  "recorded-elsewhere-only": (facts) =>
    `${capital(names(facts["opioids"]))} recorded as supplied elsewhere and not issued here. It is in no total.`,
  "maintenance-treatment": (facts) =>
    `${capital(names(facts["opioids"]))} as maintenance treatment: shown, and never added to a dose for pain.`,
  "weak-opioid-with-buprenorphine-maintenance": (facts) =>
    `${capital(names(facts["opioids"]))} together with buprenorphine maintenance treatment. Ask the service that supplies it.`,
  "unreadable-directions": (facts) =>
    each(facts["directions"])
      .map((one) => `${text(one["product"])}: “${text(one["text"])}” cannot be read in one way.`)
      .join(" "),
  "no-issue-lately": (facts) =>
    `Last issue ${date(facts["lastIssue"])}, ${text(facts["daysSinceLastIssue"])} days ago, after ${text(facts["episodeDays"])} days on opioids. Stopped, or supplied elsewhere?`,
};

const SENTENCES: Readonly<Record<string, (facts: Facts) => string>> = BY_CODE;

/** A finding in a sentence; empty where its code is not known here, and its rows speak alone. */
export const sayFinding = (code: string, facts: Facts): string => SENTENCES[code]?.(facts) ?? "";
