import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { tellTabs } from "../../session/tabs.ts";
import { Page } from "../../ui/page.tsx";

/** Shown in a window of its own after the organisation's sign-in: the page behind goes on, and the window closes. */
export const SignedInPage = () => {
  const { t } = useTranslation("sign-in");
  useEffect(() => {
    tellTabs({ is: "signed-in", account: null });
    close();
  }, []);
  return (
    <div className="narrow">
      <Page title={t("done.title")}>
        <div className="card">
          <p>{t("done.says")}</p>
        </div>
      </Page>
    </div>
  );
};
