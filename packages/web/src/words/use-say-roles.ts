import type { Role } from "@concord/exchange/api";
import { useTranslation } from "react-i18next";

/** The roles of an account in words, as the language joins them: "prescriber and practice manager". */
export const useSayRoles = (): ((roles: readonly Role[]) => string) => {
  const { t, i18n } = useTranslation("words");
  const language = i18n.language === "en-XA" ? "en-GB" : i18n.language;
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  return (roles) => t("listed", { items: list.format(roles.map((role) => t(`role.${role}`))) });
};
