import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

/** When a page itself fails, or a new version took the place of the one that was open. */
export const FaultPage = () => {
  const { t } = useTranslation("app");
  return (
    <Page title={t("fault.title")}>
      <div className="card">
        <p>{t("fault.says")}</p>
        <Button onClick={() => location.reload()}>{t("fault.todo")}</Button>
      </div>
    </Page>
  );
};
