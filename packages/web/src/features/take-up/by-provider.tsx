import type { TakeUpLook } from "@concord/exchange/api";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { placeToLink } from "../../api/take-up.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemCard } from "../../ui/states.tsx";
import { hasLapsed, type Taking } from "./taking.ts";

interface ByProviderProps {
  readonly taking: Taking;
  readonly provider: TakeUpLook["oidc"][number];
}

/** The organisation's own sign-in, linked to the account from now on. */
export const ByProvider = ({ taking, provider }: ByProviderProps) => {
  const { t } = useTranslation("take-up");
  const go = useMutation({
    mutationFn: async () => location.assign(await placeToLink(provider.id, taking.start.code)),
    onError: (error) => hasLapsed(error) && taking.onLapsed(),
  });
  return (
    <>
      {go.error !== null && <ProblemCard error={go.error} />}
      <p>{t("oidc.says", { name: provider.name })}</p>
      <Button disabled={go.isPending} onClick={() => go.mutate()}>
        {t("oidc.go", { name: provider.name })}
      </Button>
    </>
  );
};
