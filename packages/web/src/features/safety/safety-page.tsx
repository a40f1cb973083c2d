import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { safetyQuery } from "../../api/safety.ts";
import { sessionQuery } from "../../api/session.ts";
import { Page } from "../../ui/page.tsx";
import { Answer } from "../../ui/states.tsx";
import { Acceptances } from "./acceptances.tsx";
import { DoseSupport } from "./dose-support.tsx";
import { Hazards } from "./hazards.tsx";
import { RecordAcceptance } from "./record-acceptance.tsx";
import "./safety.css";

export const SafetyPage = () => {
  const { t } = useTranslation("safety");
  const safety = useQuery(safetyQuery());
  const { data: session } = useQuery(sessionQuery());
  const mayAccept = session?.may.includes("safety.accept") === true;
  return (
    <Page title={t("title")} beside={<p>{t("says")}</p>}>
      <Answer of={safety} lines={8}>
        {({ support, acceptances, hazards, reviewedBy }) => (
          <>
            <DoseSupport support={support} />
            {mayAccept && support.state === "off" && <RecordAcceptance />}
            {support.state !== "synthetic" && <Acceptances all={acceptances} mayWithdraw={mayAccept} />}
            <Hazards hazards={hazards} reviewedBy={reviewedBy} />
          </>
        )}
      </Answer>
    </Page>
  );
};
