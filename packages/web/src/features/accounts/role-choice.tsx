import type { Role } from "@concord/exchange/api";
import { useId } from "react";
import { useTranslation } from "react-i18next";

/** In the order in which a practice thinks of them; the role of a patient stands alone. */
const STAFF_ROLES: readonly Role[] = [
  "prescriber",
  "pharmacist",
  "project-worker",
  "manager",
  "administrator",
  "adviser",
  "evaluator",
];

interface RoleChoiceProps {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly error: string | undefined;
  /** Where an account can become that of a patient: only when it is made. */
  readonly withPatient: boolean;
  readonly onChange: (roles: readonly Role[]) => void;
}

/** Which roles an account has, each with what it may see, in plain words. */
export const RoleChoice = ({ id, roles, error, withPatient, onChange }: RoleChoiceProps) => {
  const { t } = useTranslation(["accounts", "words"]);
  const own = useId();
  const toggle = (role: Role): void => {
    if (roles.includes(role)) onChange(roles.filter((one) => one !== role));
    else onChange(role === "patient" ? ["patient"] : [...roles.filter((one) => one !== "patient"), role]);
  };
  const shown = withPatient ? [...STAFF_ROLES, "patient" as const] : STAFF_ROLES;
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={error === undefined ? "roles field" : "roles field wrong"}
      aria-describedby={error === undefined ? undefined : `${own}-error`}
    >
      <legend>{t("roles.legend")}</legend>
      {error !== undefined && (
        <p className="error" id={`${own}-error`}>
          {error}
        </p>
      )}
      {shown.map((role) => (
        <div className="choice" key={role}>
          <input
            type="checkbox"
            id={`${own}-${role}`}
            checked={roles.includes(role)}
            aria-describedby={`${own}-${role}-hint`}
            onChange={() => toggle(role)}
          />
          <label htmlFor={`${own}-${role}`}>{t(`roles.${role}.name`)}</label>
          <p className="hint" id={`${own}-${role}-hint`}>
            {t(`roles.${role}.sees`)}
          </p>
        </div>
      ))}
    </fieldset>
  );
};
