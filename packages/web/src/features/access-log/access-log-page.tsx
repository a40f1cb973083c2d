import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PersonLog } from "../../log/person-log.tsx";
import { May } from "../../session/may.tsx";
import { Page } from "../../ui/page.tsx";

export const AccessLogPage = () => {
  const { t } = useTranslation("access-log");
  const { key } = useParams({ strict: false }) as { readonly key: string };
  return (
    <Page
      title={t("tab")}
      beside={
        <>
          <p>{t("says")}</p>
          <May do="person.read">
            <p>
              <Link to="/people/$key" params={{ key } as never}>
                {t("back")}
              </Link>
            </p>
          </May>
        </>
      }
    >
      <PersonLog of={key} />
    </Page>
  );
};
