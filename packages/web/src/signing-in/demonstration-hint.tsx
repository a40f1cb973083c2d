import { useTranslation } from "react-i18next";

/** Where the accounts of the synthetic practice are to be found. */
export const DemonstrationHint = ({ inDialog = false }: { readonly inDialog?: boolean }) => {
  const { t } = useTranslation("signing-in");
  return (
    <div className="note">
      {inDialog ? <h3>{t("demonstration.title")}</h3> : <h2>{t("demonstration.title")}</h2>}
      <p>{t("demonstration.says")}</p>
    </div>
  );
};
