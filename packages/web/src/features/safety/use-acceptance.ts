import type { Safety } from "@concord/exchange/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { recordAcceptance, safetyQuery, withdrawAcceptance } from "../../api/safety.ts";
import { notify } from "../../ui/notices.tsx";

/** Switches dose support on and off; every page that shows doses follows. */
export const useAcceptance = () => {
  const { t } = useTranslation("safety");
  const client = useQueryClient();
  const follow = (says: string) => async (safety: Safety) => {
    client.setQueryData(safetyQuery().queryKey, safety);
    notify({ says });
    await client.invalidateQueries();
  };
  return {
    record: useMutation({ mutationFn: recordAcceptance, onSuccess: follow(t("accept.done")) }),
    withdraw: useMutation({ mutationFn: withdrawAcceptance, onSuccess: follow(t("withdraw.done")) }),
  };
};
