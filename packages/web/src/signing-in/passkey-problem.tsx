import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/api-problem.ts";

/** What the browser's own dialogue, or the service after it, can say of a passkey. */
const kindOf = (error: unknown): "refused" | "cancelled" | "known" | "cannot" | null => {
  if (error instanceof ApiProblem) return error.code === "sign-in-refused" ? "refused" : null;
  if (!(error instanceof Error)) return null;
  if (error.name === "NotAllowedError" || error.name === "AbortError") return "cancelled";
  return error.name === "InvalidStateError" ? "known" : "cannot";
};

export const isPasskeyFault = (error: unknown): boolean => kindOf(error) !== null;

export const PasskeyProblem = ({ error }: { readonly error: unknown }) => {
  const { t } = useTranslation("signing-in");
  const kind = kindOf(error);
  return (
    <p className="error" role="alert">
      {kind !== null && t(`passkey.${kind}`)}
    </p>
  );
};
