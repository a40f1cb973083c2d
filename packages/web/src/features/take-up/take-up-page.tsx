import type { TakeUpLook } from "@concord/exchange/api";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSignedIn } from "../../session/use-signed-in.ts";
import "../../signing-in/signing-in.css";
import { Page } from "../../ui/page.tsx";
import { ChooseWay } from "./choose-way.tsx";
import { CodeForm } from "./code-form.tsx";

interface Held {
  readonly code: string;
  readonly look: TakeUpLook;
}

export const TakeUpPage = () => {
  const { t } = useTranslation("take-up");
  const [held, setHeld] = useState<Held | null>(null);
  const [lapsed, setLapsed] = useState(false);
  const signedIn = useSignedIn();
  const again = (): void => {
    setLapsed(true);
    setHeld(null);
  };
  return (
    <div className="narrow">
      <Page title={t(held?.look.first === true ? "titleFirst" : "title")}>
        {held === null ? (
          <>
            <div className="card">
              <CodeForm
                lapsed={lapsed}
                onHeld={(code, look) => {
                  setLapsed(false);
                  setHeld({ code, look });
                }}
              />
            </div>
            <p>
              <Link to="/sign-in">{t("back")}</Link>
            </p>
          </>
        ) : (
          <ChooseWay {...held} onDone={() => void signedIn("/")} onLapsed={again} />
        )}
      </Page>
    </div>
  );
};
