import { useTranslation } from "react-i18next";
import type { Amounts } from "./read-form.ts";

/** What a product is counted in, and an amount of it a day, in words. */
export const useUnit = () => {
  const { t, i18n } = useTranslation("data-quality");
  const sayUnit = (countedIn: string | null): string => {
    if (countedIn === null) return t("form.unitUnknown");
    return i18n.exists(`data-quality:unit.${countedIn}`) ? t(`unit.${countedIn}`) : countedIn;
  };
  const sayReading = ({ min, max }: Amounts, asNeeded: boolean, countedIn: string | null): string => {
    const said = { min: String(min), max: String(max), unit: sayUnit(countedIn) };
    const which = `${min === max ? "same" : "range"}${asNeeded ? "Needed" : ""}`;
    // The list of readings does not say what each product is counted in.
    return t(countedIn === null ? `preview.plain.${which}` : `preview.${which}`, said);
  };
  return { sayUnit, sayReading };
};
