import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { NewReading } from "@concord/exchange/api";
import { keepReading, undoReading } from "../../api/unread-directions.ts";
import { notify } from "../../ui/notices.tsx";

/** Everything that a reading changes. */
const FOLLOWS = ["unread-directions", "readings", "practice", "register", "person", "practice-view"];

const useFollowReadings = () => {
  const queryClient = useQueryClient();
  return async (): Promise<void> => {
    await Promise.all(FOLLOWS.map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
  };
};

interface Of {
  readonly id: number;
  readonly product: string;
}

/** Takes a reading back: its text waits in the queue again. */
export const useUndoReading = () => {
  const { t } = useTranslation("data-quality");
  const follow = useFollowReadings();
  return useMutation({
    mutationFn: async ({ id }: Of) => undoReading(id),
    onSuccess: (_, { product }) => notify({ says: t("readings.undone", { product }) }),
    onError: () => notify({ says: t("readings.undoFailed"), kind: "problem" }),
    onSettled: follow,
  });
};

/** Keeps a reading of a text. */
export const useKeepReading = (key: string, product: string) => {
  const { t } = useTranslation("data-quality");
  const follow = useFollowReadings();
  const undo = useUndoReading();
  return useMutation({
    mutationFn: async (reading: NewReading) => keepReading(key, reading),
    onSuccess: ({ id }) => {
      notify({ says: t("done", { product }), undo: () => undo.mutate({ id, product }) });
      void follow();
    },
  });
};
