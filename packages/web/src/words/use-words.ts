import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { dayOf, monthsBetween, partsOf } from "./dates.ts";

interface Dose {
  readonly min: number;
  readonly max: number;
}

/** A dose in mg with one decimal where it has one: 82.5, 60. */
export const sayMg = (mg: number): string => String(Math.round(mg * 10) / 10);

/** A dose worked out over a window: whole mg from 10 up, since its decimals mean nothing to anyone. */
export const sayAverageMg = (mg: number): string => (mg >= 10 ? String(Math.round(mg)) : sayMg(mg));

/** How doses, dates, durations and counts are written for people, in the words of the catalogue. */
export const useWords = () => {
  const { t, i18n } = useTranslation("words");
  return useMemo(() => {
    const numbers = new Intl.NumberFormat(i18n.language === "en-XA" ? "en-GB" : i18n.language);
    const sayCount = (count: number): string => numbers.format(count);
    const sayDate = (iso: string): string => {
      const { year, month, day } = partsOf(iso);
      return t("date", { day, month: t(`months.${month}`), year });
    };
    const sayInstant = (iso: string): string => {
      const at = new Date(iso);
      const time = `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
      return t("dateTime", {
        day: at.getDate(),
        month: t(`months.${at.getMonth() + 1}`),
        year: at.getFullYear(),
        time,
      });
    };
    const sayMonth = (iso: string): string => {
      const { year, month } = partsOf(iso);
      return t("monthYear", { month: t(`longMonths.${month}`), year });
    };
    const sayShortMonth = (iso: string): string => {
      const { year, month } = partsOf(iso);
      return t("monthYear", { month: t(`months.${month}`), year });
    };
    const sayBand = ({ min, max }: Dose, atLeast: boolean, notReadable = false): string => {
      if (max === 0) return t(atLeast || notReadable ? "band.notReadable" : "band.none");
      const band = sayMg(min) === sayMg(max) ? sayMg(max) : t("band.range", { min: sayMg(min), max: sayMg(max) });
      return atLeast ? t("band.atLeast", { band }) : band;
    };
    const sayDuration = (from: string, to: string): string => {
      const days = Math.max(0, dayOf(to) - dayOf(from));
      if (days < 14) return t("duration.days", { days });
      if (days < 61) return t("duration.weeks", { weeks: Math.floor(days / 7) });
      const all = monthsBetween(from, to);
      const [years, months] = [Math.floor(all / 12), all % 12];
      if (years === 0) return t("duration.months", { months });
      return months === 0 ? t("duration.years", { years }) : t("duration.yearsMonths", { years, months });
    };
    const sayBytes = (bytes: number): string =>
      bytes < 1_000_000
        ? t("size.kb", { size: sayCount(Math.max(1, Math.round(bytes / 1000))) })
        : t("size.mb", { size: sayCount(Math.round(bytes / 100_000) / 10) });
    const saySex = (sex: string): string => (i18n.exists(`words:sex.${sex}`) ? t(`sex.${sex}`) : sex);
    const sayWho = (age: number | null, sex: string | null): string => {
      const years = age === null ? "" : t("age", { count: age });
      if (sex === null || sex === "") return years;
      return years === "" ? saySex(sex) : t("ageSex", { age: years, sex: saySex(sex) });
    };
    const nameFinding = (code: string): string =>
      i18n.exists(`words:finding.${code}`) ? t(`finding.${code}`) : code.replaceAll("-", " ");
    return {
      nameFinding,
      sayBand,
      sayBytes,
      sayCount,
      sayDate,
      sayDuration,
      sayInstant,
      sayMonth,
      sayShortMonth,
      sayWho,
    };
  }, [t, i18n]);
};
