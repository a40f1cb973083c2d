import type { Account } from "@concord/exchange/api";
import { useTranslation } from "react-i18next";

/** Whether an account is in use, closed, or still waits to be taken up. */
export const AccountState = ({ account }: { readonly account: Account }) => {
  const { t } = useTranslation("accounts");
  const state = account.disabledAt !== null ? "closed" : account.takenUp ? "inUse" : "waiting";
  return (
    <span className="states">
      <span className={state === "waiting" ? "chip" : "chip calm"}>{t(`state.${state}`)}</span>{" "}
      {account.demonstration && <span className="chip calm">{t("state.demonstration")}</span>}
    </span>
  );
};
