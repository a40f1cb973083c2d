import type { Identification, IdentificationProblem } from "../../medicines/types.ts";
import type { DoseProblem } from "../types.ts";

const sayProblem = (problem: IdentificationProblem): string => {
  switch (problem.code) {
    case "strength-not-certain":
      return `${problem.code}: the strength of ${problem.substance} in "${problem.found}"`;
    case "code-and-name-disagree":
      return `${problem.code}: the code says ${problem.byCode}, the name says ${problem.byName}`;
    case "substance-not-certain":
      return `${problem.code}: "${problem.found}"`;
  }
};

/** Why a product that is no certain opioid has no dose. */
export const productProblem = (identification: Exclude<Identification, { kind: "opioid" }>): DoseProblem => {
  switch (identification.kind) {
    case "refused":
      return { code: "product-refused", detail: sayProblem(identification.problem) };
    case "companion":
      return { code: "not-an-opioid", detail: identification.substance };
    case "not-watched":
      return { code: "not-an-opioid", detail: "nor a medicine watched beside one" };
  }
};
