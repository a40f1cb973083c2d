import type { ImportJob } from "@concord/exchange/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/api-problem.ts";
import { cancelImport, isUnderWay } from "../../api/imports.ts";
import { May } from "../../session/may.tsx";
import { Button } from "../../ui/button.tsx";
import { notify } from "../../ui/notices.tsx";

/** How far an import is, and the way to cancel it while it runs. */
export const JobState = ({ job }: { readonly job: ImportJob }) => {
  const { t } = useTranslation("imports");
  const queryClient = useQueryClient();
  const cancel = useMutation({
    mutationFn: async () => cancelImport(job.id),
    onSuccess: () => notify({ says: t("cancelled", { file: job.file }) }),
    onError: (error) =>
      notify({
        says: t(error instanceof ApiProblem && error.code === "import-over" ? "cancelOver" : "cancelFailed"),
        kind: "problem",
      }),
    onSettled: async () => queryClient.invalidateQueries({ queryKey: ["imports"] }),
  });
  const percent = Math.round(job.progress * 100);
  if (!isUnderWay(job))
    return <span className={job.state === "failed" ? "chip" : "chip calm"}>{t(`state.${job.state}`)}</span>;
  return (
    <div className="under-way">
      <span className="chip calm">{t(`state.${job.state}`)}</span>
      <progress value={job.progress} aria-label={t("progress", { file: job.file, percent })} />
      <span className="actions">
        <span className="quiet">{t("progressShort", { percent })}</span>
        <May do="import.change">
          <Button
            look="small"
            aria-label={t("cancelFor", { file: job.file })}
            disabled={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            {t("cancel")}
          </Button>
        </May>
      </span>
    </div>
  );
};
