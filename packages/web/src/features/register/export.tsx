import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { registerTable } from "../../api/register.ts";
import { Button } from "../../ui/button.tsx";
import { notify } from "../../ui/notices.tsx";
import { filtersOf } from "./register-search.ts";
import { useRegisterSearch } from "./use-register-search.ts";

const keepFile = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it over by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

/** The people that are shown as a table: asked for by a body, since a link would carry what is searched for. */
export const Export = () => {
  const { t } = useTranslation("register");
  const { search } = useRegisterSearch();
  const table = useMutation({
    mutationFn: async () => registerTable(filtersOf(search)),
    onSuccess: ({ name, content }) => keepFile(name, content),
    onError: () => notify({ says: t("exportFailed"), kind: "problem" }),
  });
  return (
    <Button look="link" disabled={table.isPending} onClick={() => table.mutate()}>
      {t("export")}
    </Button>
  );
};
