import type { DoseProblem } from "@concord/core";

/** Why a dose has no number, as the start of a sentence that its detail ends. */
const BECAUSE: Readonly<Record<DoseProblem["code"], string>> = {
  "product-refused": "What the product is, is not certain",
  "row-refused": "The row was refused",
  "maintenance-treatment": "Opioid maintenance treatment",
  "not-an-opioid": "Not an opioid",
  "directions-refused": "The directions cannot be read in one way",
  "no-factor": "The factor table has no factor for it",
  "unit-does-not-fit": "The directions count in a unit that the product does not come in",
  "stated-amount-disagrees": "The directions state an amount that disagrees with the product",
  "quantity-missing": "The record has no quantity",
  "quantity-not-understood": "The quantity cannot be read with certainty",
  implausible: "The dose is too large to be believed",
};

/** Why a part of the dose could not be computed, for people. */
export const sayProblem = ({ code, detail }: DoseProblem): string =>
  detail === "" ? `${BECAUSE[code]}.` : `${BECAUSE[code]}: ${detail.replace(/\.$/, "")}.`;
