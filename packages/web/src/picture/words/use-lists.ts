import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** Several names in one sentence, as the language joins them: "codeine, morphine and tramadol". */
export const useLists = () => {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const list = new Intl.ListFormat(i18n.language === "en-XA" ? "en-GB" : i18n.language, { type: "conjunction" });
    return { sayAll: (names: readonly string[]): string => list.format(names) };
  }, [i18n.language]);
};
