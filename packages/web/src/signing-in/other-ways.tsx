import type { SignInWays } from "@concord/exchange/api";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { placeOfProvider, signInByPasskey } from "../api/sign-in.ts";
import { Button } from "../ui/button.tsx";
import { ProblemCard } from "../ui/states.tsx";
import { PasskeyProblem } from "./passkey-problem.tsx";

interface OtherWaysProps {
  readonly ways: SignInWays;
  /** Where to go on after the organisation's own sign-in. */
  readonly to: string;
  /** In a window of its own, where this page must stay as it is. */
  readonly apart?: boolean;
  readonly onDone: () => void;
}

const PasskeyWay = ({ onDone }: Pick<OtherWaysProps, "onDone">) => {
  const { t } = useTranslation("signing-in");
  const sign = useMutation({ mutationFn: signInByPasskey, onSuccess: onDone });
  return (
    <div>
      {sign.error !== null && <PasskeyProblem error={sign.error} />}
      <Button look="second" disabled={sign.isPending} onClick={() => sign.mutate()}>
        {t(sign.isPending ? "passkey.asking" : "passkey.button")}
      </Button>
      <p className="hint">{t("passkey.hint")}</p>
    </div>
  );
};

const ProviderWay = ({
  provider,
  to,
  apart = false,
}: Omit<OtherWaysProps, "ways" | "onDone"> & { readonly provider: SignInWays["oidc"][number] }) => {
  const { t } = useTranslation("signing-in");
  const go = useMutation({
    mutationFn: async () => {
      // Opened by the press itself: later a browser would take it for a window that nobody asked for.
      const own = apart ? open("about:blank", "_blank", "popup,width=520,height=720") : null;
      try {
        (own ?? window).location.assign(await placeOfProvider(provider.id, to));
      } catch (error) {
        own?.close();
        throw error;
      }
    },
  });
  return (
    <div>
      {go.error !== null && <ProblemCard error={go.error} />}
      <Button look="second" disabled={go.isPending} onClick={() => go.mutate()}>
        {t("oidc.button", { name: provider.name })}
      </Button>
      {apart && <p className="hint">{t("oidc.apart")}</p>}
    </div>
  );
};

/** Every way of signing in beside the password. */
export const OtherWays = ({ ways, to, apart, onDone }: OtherWaysProps) => {
  const { t } = useTranslation("signing-in");
  if (!ways.passkey && ways.oidc.length === 0) return null;
  return (
    <div className="other-ways">
      <p className="or">{t("or")}</p>
      {ways.passkey && <PasskeyWay onDone={onDone} />}
      {ways.oidc.map((provider) => (
        <ProviderWay key={provider.id} provider={provider} to={to} {...(apart === undefined ? {} : { apart })} />
      ))}
    </div>
  );
};
