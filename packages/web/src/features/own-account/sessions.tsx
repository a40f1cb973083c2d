import type { SessionOfMine } from "@concord/exchange/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { endSessionOf } from "../../api/own-account.ts";
import { signOutEverywhere } from "../../session/sign-out.ts";
import { Button } from "../../ui/button.tsx";
import { notify } from "../../ui/notices.tsx";
import { ProblemCard } from "../../ui/states.tsx";
import { useWords } from "../../words/use-words.ts";
import { deviceName } from "./device-name.ts";

const useSayDevice = (): ((device: string) => string) => {
  const { t } = useTranslation("own-account");
  return (device) => {
    const found = deviceName(device);
    if (found === null) return device === "" ? t("sessions.unknown") : device;
    const { browser, system } = found;
    return browser !== null && system !== null
      ? t("sessions.device", { browser, system })
      : t("sessions.deviceAlone", { name: browser ?? system });
  };
};

/** Where the account is signed in at the moment; each can be ended from here. */
export const Sessions = ({ sessions }: { readonly sessions: readonly SessionOfMine[] }) => {
  const { t } = useTranslation("own-account");
  const { sayInstant } = useWords();
  const sayDevice = useSayDevice();
  const queryClient = useQueryClient();
  const end = useMutation({
    mutationFn: endSessionOf,
    onSuccess: () => notify({ says: t("sessions.ended") }),
    onSettled: async () => queryClient.invalidateQueries({ queryKey: ["own-account"] }),
  });
  const everywhere = useMutation({ mutationFn: signOutEverywhere });
  const error = end.error ?? everywhere.error;
  return (
    <section className="card" aria-labelledby="sessions">
      <h2 id="sessions">{t("sessions.title")}</h2>
      <p>{t("sessions.says")}</p>
      {error !== null && <ProblemCard error={error} />}
      <ul className="lines">
        {sessions.map(({ id, device, fromWhere, startedAt, seenAt, here }) => (
          <li key={id}>
            <b>{sayDevice(device)}</b> {here && <span className="chip calm">{t("sessions.here")}</span>}
            <span className="under">
              {t("sessions.when", { from: fromWhere, started: sayInstant(startedAt), seen: sayInstant(seenAt) })}
            </span>
            {!here && (
              <Button
                look="link"
                aria-label={t("sessions.endOf", { device: sayDevice(device), started: sayInstant(startedAt) })}
                disabled={end.isPending}
                onClick={() => end.mutate(id)}
              >
                {t("sessions.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button look="second" disabled={everywhere.isPending} onClick={() => everywhere.mutate()}>
        {t("sessions.everywhere")}
      </Button>
    </section>
  );
};
