import { OPIOIDS, type Form, type Product } from "../products/opioids.ts";
import type { Random } from "../random.ts";
import type { Line } from "./rows.ts";
import type { Stretch } from "./plan.ts";

const UNIT: Record<Form, string> = {
  tablet: "tablet",
  capsule: "capsule",
  ml: "ml",
  patch: "patch",
  puff: "dose",
  sachet: "sachet",
  application: "gram",
  injection: "ampoule",
};

const CODED = Object.values(OPIOIDS).filter(({ code }) => code !== "");

/** The wording that all issues of a stretch have in common. */
export const lineOf = (random: Random, stretch: Stretch<Product>, opioid: boolean): Line => {
  const { product, quantity, direction } = stretch;
  return {
    product,
    name: stretch.name,
    code: stretch.code,
    swappedCode: opioid ? random.pick(CODED.filter(({ code }) => code !== product.code)).code : null,
    direction,
    quantity,
    ...quantityWords(random, quantity, UNIT[product.form]),
    kind: stretch.kind,
    dosage: dosageOf(random, stretch),
    made: { csv: null, fhir: null },
  };
};

const quantityWords = (
  random: Random,
  quantity: number,
  unit: string,
): { quantityText: string; quantityUnit: string } => {
  const manner = random.below(100);
  if (manner < 84) return { quantityText: String(quantity), quantityUnit: unit };
  if (manner < 90)
    return {
      quantityText: `${quantity} ${unit === "ml" ? "ml" : unit === "patch" ? "patches" : `${unit}s`}`,
      quantityUnit: "",
    };
  const pack = unit === "tablet" || unit === "capsule" ? 28 : 0;
  if (pack !== 0 && quantity % pack === 0 && quantity > pack && manner < 95)
    return { quantityText: `${quantity / pack} x ${pack}`, quantityUnit: unit };
  if (pack !== 0 && quantity % pack === 0 && manner < 98)
    return {
      quantityText: `${quantity / pack} pack${quantity === pack ? "" : "s"} of ${pack} ${unit}(s)`,
      quantityUnit: "",
    };
  return { quantityText: String(quantity), quantityUnit: unit };
};

/** Only one amount at one interval has a structure that means exactly the same. */
const dosageOf = (random: Random, { direction }: Stretch<Product>): Line["dosage"] => {
  const { often } = direction.shape;
  if (
    direction.unreadable !== null ||
    often.kind === "split" ||
    often.kind === "at" ||
    direction.form === "application"
  )
    return "text";
  const manner = random.below(100);
  return manner < 78 ? "text" : manner < 92 ? "both" : "structured";
};
