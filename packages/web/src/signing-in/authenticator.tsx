import { useTranslation } from "react-i18next";
import { SquareCode } from "./square-code.tsx";

/** The secret of an authenticator: to be read by a camera, opened on this device, or typed. */
export const Authenticator = ({ secret, uri }: { readonly secret: string; readonly uri: string }) => {
  const { t } = useTranslation("signing-in");
  return (
    <div className="authenticator">
      <h2>{t("authenticator.title")}</h2>
      <p>{t("authenticator.says")}</p>
      <SquareCode of={uri} says={t("authenticator.square")} />
      <p>
        <a href={uri}>{t("authenticator.open")}</a>
      </p>
      <p>{t("authenticator.typed")}</p>
      <p className="secret-text mono" translate="no">
        {secret.replace(/(.{4})(?=.)/g, "$1 ")}
      </p>
    </div>
  );
};
