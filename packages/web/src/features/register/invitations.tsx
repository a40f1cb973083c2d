import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/api-problem.ts";
import { basketQuery, putInBasket, setCapacity, takeFromBasket } from "../../api/register.ts";
import type { PersonNamed } from "../../refer/use-refer.ts";
import { May } from "../../session/may.tsx";
import { useMay } from "../../session/use-session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { notify } from "../../ui/notices.tsx";
import { SendOrCancel } from "../../ui/send-or-cancel.tsx";
import { monthNow } from "../../words/dates.ts";
import { useWords } from "../../words/use-words.ts";

const useFollow = () => {
  const queryClient = useQueryClient();
  return async (): Promise<void> => {
    await Promise.all(["basket", "register"].map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
  };
};

const CapacityDialog = ({ capacity, onClose }: { readonly capacity: number; readonly onClose: () => void }) => {
  const { t } = useTranslation("register");
  const [typed, setTyped] = useState(String(capacity));
  const [wrong, setWrong] = useState(false);
  const follow = useFollow();
  const keep = useMutation({
    mutationFn: setCapacity,
    onSuccess: async () => {
      onClose();
      await follow();
    },
    onError: () => notify({ says: t("invite.failed"), kind: "problem" }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const places = Number(typed);
    const fits = typed.trim() !== "" && Number.isInteger(places) && places >= 0 && places <= 10_000;
    setWrong(!fits);
    if (fits) keep.mutate(places);
  };
  return (
    <Dialog title={t("invite.capacity.title")} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <TextField
          label={t("invite.capacity.label")}
          width="short"
          inputMode="numeric"
          value={typed}
          error={wrong ? t("invite.capacity.wrong") : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
        <SendOrCancel onCancel={onClose}>{t("invite.capacity.save")}</SendOrCancel>
      </form>
    </Dialog>
  );
};

/** How many are invited this month, of how many the practice can see. */
export const Invitations = () => {
  const { t } = useTranslation("register");
  const { sayCount, sayMonth } = useWords();
  const [changing, setChanging] = useState(false);
  const month = monthNow();
  const { data: basket } = useQuery(basketQuery(month));
  if (basket === undefined) return null;
  const invited = basket.people.length;
  return (
    <li className="card count">
      <Link to="/register" search={{ basket: month }} className="head" resetScroll={false}>
        <b>{sayCount(invited)}</b>{" "}
        <span>{t("counts.invited", { capacity: basket.capacity, month: sayMonth(month) })}</span>
      </Link>
      <div className="also">
        <May do="invitations.capacity">
          <Button look="link" onClick={() => setChanging(true)}>
            {t("invite.places")}
          </Button>
        </May>
        <progress value={Math.min(invited, basket.capacity)} max={Math.max(1, basket.capacity)} aria-hidden="true" />
      </div>
      {changing && <CapacityDialog capacity={basket.capacity} onClose={() => setChanging(false)} />}
    </li>
  );
};

/** Puts a person into this month's invitations, or takes them out again. */
export const InviteButton = ({ of, invited }: { readonly of: PersonNamed; readonly invited: boolean }) => {
  const { t } = useTranslation("register");
  const { sayMonth } = useWords();
  const may = useMay();
  const follow = useFollow();
  const month = monthNow();
  const { person, key } = of;
  const said = { person, month: sayMonth(month) };
  const change = useMutation({
    mutationFn: async (put: boolean) => (put ? putInBasket(month, key) : takeFromBasket(month, key)),
    onSuccess: (_, put) =>
      notify({ says: t(put ? "invite.putDone" : "invite.takeDone", said), undo: () => change.mutate(!put) }),
    onError: (error) =>
      notify({
        says: error instanceof ApiProblem && error.code === "basket-full" ? t("invite.full", said) : t("invite.failed"),
        kind: "problem",
      }),
    onSettled: follow,
  });
  if (!may("invitations.change")) return null;
  return (
    <Button
      look="small"
      data-on={invited}
      aria-label={t(invited ? "invite.takeFor" : "invite.putFor", said)}
      disabled={change.isPending}
      onClick={() => change.mutate(!invited)}
    >
      {t(invited ? "invite.in" : "invite.put")}
    </Button>
  );
};
