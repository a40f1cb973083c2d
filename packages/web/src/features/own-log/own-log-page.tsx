import { useTranslation } from "react-i18next";
import { PersonLog } from "../../log/person-log.tsx";
import { Page } from "../../ui/page.tsx";

export const OwnLogPage = () => {
  const { t } = useTranslation("own-log");
  return (
    <Page title={t("title")} beside={<p>{t("says")}</p>}>
      <PersonLog of={null} />
    </Page>
  );
};
