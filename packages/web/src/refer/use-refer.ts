import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { refer, undoReferral } from "../api/people.ts";
import { notify } from "../ui/notices.tsx";

export interface NewReferral {
  readonly person: string;
  readonly reason: string;
  readonly selfReferral: boolean;
}

/** Refers a person and takes a referral back; whatever shows it follows. */
export const useRefer = () => {
  const { t } = useTranslation("refer");
  const queryClient = useQueryClient();
  const follow = async (): Promise<void> => {
    await Promise.all(
      ["register", "person", "referrals"].map((key) => queryClient.invalidateQueries({ queryKey: [key] })),
    );
  };
  const takeBack = useMutation({
    mutationFn: async ({ id }: { readonly id: number; readonly person: string }) => undoReferral(id),
    onSuccess: (_, { person }) => notify({ says: t("undone", { person }) }),
    onError: () => notify({ says: t("notUndone"), kind: "problem" }),
    onSettled: follow,
  });
  const send = useMutation({
    mutationFn: async ({ person, reason, selfReferral }: NewReferral) => refer(person, reason, selfReferral),
    onSuccess: ({ id }, { person }) => {
      notify({ says: t("done", { person }), undo: () => takeBack.mutate({ id, person }) });
      void follow();
    },
  });
  return { send, takeBack };
};
