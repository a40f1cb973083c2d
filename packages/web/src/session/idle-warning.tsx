import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { askSession } from "../api/session.ts";
import { sayClock } from "../signing-in/say-clock.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { notify } from "../ui/notices.tsx";
import { signOut } from "./sign-out.ts";

interface IdleWarningProps {
  readonly seconds: number;
  readonly onStay: () => void;
  /** The session had ended meanwhile. */
  readonly onEnded: () => void;
}

/** Asks somebody who has not touched the pages for a while whether they are still there. */
export const IdleWarning = ({ seconds, onStay, onEnded }: IdleWarningProps) => {
  const { t } = useTranslation("session");
  const stay = useMutation({
    mutationFn: async () => askSession(),
    onSuccess: (session) => (session === null ? onEnded() : onStay()),
    // The service is away: the banner says so, and whoever pressed is there.
    onError: onStay,
  });
  const out = useMutation({
    mutationFn: signOut,
    onError: () => notify({ says: t("out.failed"), kind: "problem" }),
  });
  return (
    <Dialog title={t("idle.title")} onClose={() => stay.mutate()}>
      <p>{t("idle.says")}</p>
      <p role="timer" aria-live="off">
        {t("idle.left", { time: sayClock(seconds) })}
      </p>
      <p className="actions">
        <Button onClick={() => stay.mutate()}>{t("idle.stay")}</Button>
        <Button look="link" onClick={() => out.mutate()}>
          {t("out.here")}
        </Button>
      </p>
    </Dialog>
  );
};
