import type { OpioidStretch } from "../plan/plan.ts";
import type { Row } from "../plan/rows.ts";
import { OPIOIDS, type OpioidProduct } from "../products/opioids.ts";
import { perDay } from "../texts/shape.ts";

/** Micrograms of oral morphine a day. */
export interface Band {
  readonly min: number;
  readonly max: number;
}

const HOURS_TWICE_WEEKLY = 84;

/** Intervals at which a patch may be changed with no conflict: the 35, 52.5 and 70 patches are made for 72 or 96 hours. */
const agrees = (product: OpioidProduct, hours: number): boolean =>
  hours === product.wearHours ||
  (product.substance === "buprenorphine" && product.wearHours !== 168 && [72, HOURS_TWICE_WEEKLY, 96].includes(hours));

/** As the regimen directs; null where the UK table has no factor for it. */
export const directedBand = ({ product, direction }: OpioidStretch): Band | null => {
  const { omeMicrograms, wearHours } = product;
  if (omeMicrograms === null || product.maintenance) return null;
  const { shape } = direction;
  if (shape.often.kind !== "worn" || wearHours === null) {
    const { min, max } = perDay(shape);
    return { min: (omeMicrograms * min) / 100, max: (omeMicrograms * max) / 100 };
  }
  const applied = (omeMicrograms * shape.most) / 100;
  if (agrees(product, shape.often.hours)) return { min: applied, max: applied };
  const stretched = Math.round((applied * wearHours) / shape.often.hours);
  return { min: Math.min(applied, stretched), max: Math.max(applied, stretched) };
};

/** As truly taken. */
export const takenDose = ({ product, taken }: OpioidStretch): number | null =>
  product.omeMicrograms === null || product.maintenance ? null : (product.omeMicrograms * taken) / 100;

const OPIOID_NAMES = new Set<unknown>(Object.values(OPIOIDS));
export const isOpioid = (product: unknown): product is OpioidProduct => OPIOID_NAMES.has(product);

/** Whether a row was truly supplied by the practice. */
export const wasSupplied = ({ status, line, mess }: Row): boolean =>
  (status === "" || status === "issued") && line.kind !== "recorded elsewhere" && mess !== "future-dated";

/** The OME of a whole row, micrograms; null where the row as written does not tell it. */
export const suppliedByRow = (row: Row): number | null => {
  const { product, quantity } = row.line;
  if (!isOpioid(product) || product.omeMicrograms === null || product.maintenance) return null;
  if (row.mess === "code-and-name-disagree" || row.mess === "quantity-missing") return null;
  return quantity * product.omeMicrograms * (product.wearHours === null ? 1 : product.wearHours / 24);
};
