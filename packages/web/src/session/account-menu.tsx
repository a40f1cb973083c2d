import type { Session } from "@concord/exchange/api";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { notify } from "../ui/notices.tsx";
import { useSayRoles } from "../words/use-say-roles.ts";
import { signOut, signOutEverywhere } from "./sign-out.ts";

/** Closes what is open when the focus or a press goes elsewhere, and on Escape. */
const useAway = (open: boolean, close: () => void) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const away = (event: Event): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false) close();
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      close();
      box.current?.querySelector("button")?.focus();
    };
    document.addEventListener("pointerdown", away);
    document.addEventListener("focusin", away);
    document.addEventListener("keydown", escape);
    return () => {
      document.removeEventListener("pointerdown", away);
      document.removeEventListener("focusin", away);
      document.removeEventListener("keydown", escape);
    };
  }, [open]);
  return box;
};

const Out = () => {
  const { t } = useTranslation("session");
  const onError = (): void => notify({ says: t("out.failed"), kind: "problem" });
  const here = useMutation({ mutationFn: signOut, onError });
  const everywhere = useMutation({ mutationFn: signOutEverywhere, onError });
  return (
    <>
      <li>
        <button type="button" onClick={() => here.mutate()}>
          {t("out.here")}
        </button>
      </li>
      <li>
        <button type="button" onClick={() => everywhere.mutate()}>
          {t("out.everywhere")}
        </button>
      </li>
    </>
  );
};

/** Who is signed in, as what, and the ways out. */
export const AccountMenu = ({ session: { account, may } }: { readonly session: Session }) => {
  const { t } = useTranslation("session");
  const sayRoles = useSayRoles();
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useAway(open, () => setOpen(false));
  return (
    <div className="account-menu" ref={box}>
      <button
        type="button"
        className="account"
        aria-expanded={open}
        aria-controls={id}
        aria-label={t("menu", { name: account.name })}
        onClick={() => setOpen(!open)}
      >
        <span className="account-name">{account.name}</span>
      </button>
      <div id={id} hidden={!open} className="account-box">
        <p>
          <b>{account.name}</b>
          <span className="under">{t("as", { login: account.login })}</span>
          <span className="under">{sayRoles(account.roles)}</span>
        </p>
        <ul>
          {may.includes("own-account.read") && (
            <li>
              <Link to="/account" onClick={() => setOpen(false)}>
                {t("own")}
              </Link>
            </li>
          )}
          <Out />
        </ul>
      </div>
    </div>
  );
};
