import { useTranslation } from "react-i18next";

/** What was done, in words; by its own name where a later service logs what these pages do not know. */
export const useSaidAction = (): ((action: string) => string) => {
  const { t, i18n } = useTranslation("log");
  return (action) => (i18n.exists(`log:action.${action}`) ? t(`action.${action}`) : action);
};
