import { ANZCA_2021 } from "./factor-tables/anzca-2021.ts";
import { CDC_2016 } from "./factor-tables/cdc-2016.ts";
import { CDC_2022 } from "./factor-tables/cdc-2022.ts";
import { NIH_HEAL } from "./factor-tables/nih-heal.ts";
import { OPENPRESCRIBING } from "./factor-tables/openprescribing.ts";
import { UK } from "./factor-tables/uk.ts";
import type { FactorTable, FactorTableId } from "./types.ts";

/** Every factor table that a total can name; the first is the default. */
export const FACTOR_TABLES: readonly FactorTable[] = [UK, OPENPRESCRIBING, CDC_2022, CDC_2016, NIH_HEAL, ANZCA_2021];

const BY_ID: { readonly [Id in FactorTableId]: FactorTable } = {
  uk: UK,
  openprescribing: OPENPRESCRIBING,
  "cdc-2022": CDC_2022,
  "cdc-2016": CDC_2016,
  "nih-heal": NIH_HEAL,
  "anzca-2021": ANZCA_2021,
};

/**
 * Whether a text is the id of a table.
 * @example isFactorTableId("uk") // true
 */
export const isFactorTableId = (text: string): text is FactorTableId => Object.hasOwn(BY_ID, text);

/**
 * The table with this id.
 * @example factorTable("uk").edition // "Aug 2020"
 */
export const factorTable = (id: FactorTableId): FactorTable => BY_ID[id];

/**
 * A table as a total names it: name and edition together.
 * @example sayTable(factorTable("uk")) // "UK FPM/BNF (Aug 2020)"
 */
export const sayTable = (table: FactorTable): string => `${table.name} (${table.edition})`;
