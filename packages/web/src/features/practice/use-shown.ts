import { useTranslation } from "react-i18next";
import { useWords } from "../../words/use-words.ts";
import type { Shown } from "./small-numbers.ts";

/** A number of people in words. */
export const useShown = (below: number): ((people: Shown) => string) => {
  const { t } = useTranslation("practice");
  const { sayCount } = useWords();
  return (people) => {
    if (people === "few") return t("share.fewer", { below });
    return people === "left-out" ? t("share.left") : sayCount(people);
  };
};
