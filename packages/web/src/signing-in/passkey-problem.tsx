import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/api-problem.ts";
import { ProblemCard } from "../ui/states.tsx";

/** What the browser's own dialogue, or the service after it, can say of a passkey. */
const kindOf = (error: unknown): "refused" | "cancelled" | "known" | "cannot" | null => {
  if (error instanceof ApiProblem) return error.code === "sign-in-refused" ? "refused" : null;
  if (!(error instanceof Error)) return null;
  if (error.name === "NotAllowedError" || error.name === "AbortError") return "cancelled";
  return error.name === "InvalidStateError" ? "known" : "cannot";
};

/** What went wrong with a passkey, or with the service that it was for. */
export const PasskeyProblem = ({ error }: { readonly error: Error }) => {
  const { t } = useTranslation("signing-in");
  const kind = kindOf(error);
  if (kind === null) return <ProblemCard error={error} />;
  return (
    <p className="error" role="alert">
      {t(`passkey.${kind}`)}
    </p>
  );
};
