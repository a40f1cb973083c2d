import type { AccessLog, LogKind } from "@concord/exchange/api";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { SelectField } from "../ui/field.tsx";
import type { useLogSearch } from "./use-log-search.ts";

const KINDS: readonly LogKind[] = ["read", "changed", "taken-out", "refused"];

interface LogFiltersProps {
  readonly search: ReturnType<typeof useLogSearch>;
  readonly accounts: AccessLog["accounts"];
  readonly children?: ReactNode;
}

/** By whom and of which kind; a page may add more. */
export const LogFilters = ({ search: { account, kind, choose }, accounts, children }: LogFiltersProps) => {
  const { t } = useTranslation("log");
  return (
    <form className="log-filters" aria-label={t("filter.legend")} onSubmit={(event) => event.preventDefault()}>
      <SelectField
        label={t("filter.account")}
        value={account}
        choices={[
          { value: "", says: t("filter.anyone") },
          ...accounts.map(({ id, name }) => ({ value: id, says: name })),
        ]}
        onChange={(value) => choose("account", value)}
      />
      <SelectField
        label={t("filter.kind")}
        value={kind}
        choices={[
          { value: "", says: t("filter.any") },
          ...KINDS.map((one) => ({ value: one, says: t(`kind.${one}`) })),
        ]}
        onChange={(value) => choose("kind", value)}
      />
      {children}
    </form>
  );
};
