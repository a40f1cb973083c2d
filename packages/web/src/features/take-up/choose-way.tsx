import type { TakeUpLook } from "@concord/exchange/api";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "@tanstack/react-query";
import { waysInQuery } from "../../api/sign-in.ts";
import { TextField } from "../../ui/field.tsx";
import { Radios } from "../../ui/field.tsx";
import { ByPasskey } from "./by-passkey.tsx";
import { ByPassword } from "./by-password.tsx";
import { ByProvider } from "./by-provider.tsx";
import type { Taking } from "./taking.ts";

interface ChooseWayProps {
  readonly code: string;
  readonly look: TakeUpLook;
  readonly onDone: () => void;
  /** The code has to be entered again. */
  readonly onLapsed: () => void;
}

/** How one will sign in from now on: the first administrator says first who they are. */
export const ChooseWay = ({ code, look, onDone, onLapsed }: ChooseWayProps) => {
  const { t } = useTranslation("take-up");
  const id = useId();
  const { data: ways } = useQuery(waysInQuery());
  const [way, setWay] = useState("password");
  const [who, setWho] = useState({ login: "", name: "" });
  const [asked, setAsked] = useState(false);
  const missing = look.first
    ? (["login", "name"] as const)
        .filter((field) => who[field].trim() === "")
        .map((field) => ({ at: `${id}${field}`, says: t(`who.${field}Missing`) }))
    : [];
  const taking: Taking = {
    start: look.first ? { code, login: who.login.trim(), name: who.name.trim() } : { code },
    login: look.first ? who.login.trim() : (look.login ?? ""),
    missing,
    onAsked: () => setAsked(true),
    onDone,
    onLapsed,
  };
  const error = (field: string): string | undefined =>
    asked ? missing.find(({ at }) => at === `${id}${field}`)?.says : undefined;
  const choices = [
    { value: "password", says: t("way.password"), hint: t("way.passwordHint") },
    ...(ways?.passkey === true ? [{ value: "passkey", says: t("way.passkey"), hint: t("way.passkeyHint") }] : []),
    ...(look.first ? [] : look.oidc).map(({ id, name }) => ({
      value: `oidc-${id}`,
      says: name,
      hint: t("way.oidcHint"),
    })),
  ];
  const provider = look.oidc.find((one) => way === `oidc-${one.id}`);
  return (
    <div className="card">
      {look.first ? (
        <>
          <p>{t("who.says")}</p>
          <TextField
            id={`${id}name`}
            label={t("who.name")}
            hint={t("who.nameHint")}
            autoComplete="name"
            maxLength={200}
            value={who.name}
            error={error("name")}
            onChange={(event) => setWho({ ...who, name: event.target.value })}
          />
          <TextField
            id={`${id}login`}
            label={t("who.login")}
            hint={t("who.loginHint")}
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={200}
            value={who.login}
            error={error("login")}
            onChange={(event) => setWho({ ...who, login: event.target.value })}
          />
        </>
      ) : (
        <p>{t("known", { name: look.name ?? "", login: look.login ?? "" })}</p>
      )}
      {choices.length > 1 && (
        <Radios legend={t("way.legend")} name="way" value={way} choices={choices} onChange={setWay} />
      )}
      {way === "password" && <ByPassword taking={taking} totp={look.totp} />}
      {way === "passkey" && <ByPasskey taking={taking} />}
      {provider !== undefined && <ByProvider taking={taking} provider={provider} />}
    </div>
  );
};
