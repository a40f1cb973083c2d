import { useTranslation } from "react-i18next";
import { sayAverageMg, useWords } from "../../words/use-words.ts";
import type { Level } from "../chart/levels.ts";

/** A dose with its unit where it is a number, and in words where it is none. */
export const useSaidDose = () => {
  const { t } = useTranslation("person");
  const { sayBand } = useWords();
  return {
    sayDirected: ({ min, max, atLeast }: Pick<Level, "min" | "max" | "atLeast">): string => {
      // Nothing adds up to a number where a text is not read, and where the opioid is supplied elsewhere.
      if (max === 0) return t(atLeast ? "dose.unknown" : "dose.none");
      return t("dose.amount", { mg: sayBand({ min, max }, atLeast) });
    },
    saySupplied: (mg: number | null): string =>
      mg === null ? t("dose.unknown") : mg === 0 ? t("dose.none") : t("dose.amount", { mg: sayAverageMg(mg) }),
  };
};
