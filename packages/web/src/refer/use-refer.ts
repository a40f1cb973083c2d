import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { findPerson, refer, undoReferral } from "../api/people.ts";
import { notify } from "../ui/notices.tsx";

/** A person as people read them, and as addresses name them. */
export interface PersonNamed {
  readonly person: string;
  readonly key: string;
}

interface NewReferral {
  readonly person: string;
  /** Null where the person is named by reference alone. */
  readonly key: string | null;
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
    mutationFn: async ({ person, key, reason, selfReferral }: NewReferral) =>
      refer(key ?? (await findPerson(person)).key, reason, selfReferral),
    onSuccess: ({ id }, { person }) => {
      notify({ says: t("done", { person }), undo: () => takeBack.mutate({ id, person }) });
      void follow();
    },
  });
  return { send, takeBack };
};
