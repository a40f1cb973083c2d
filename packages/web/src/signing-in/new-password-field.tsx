import { useTranslation } from "react-i18next";
import { PasswordField } from "../ui/password-field.tsx";
import { PASSWORD_LEAST } from "./password-least.ts";

interface NewPasswordFieldProps {
  readonly id: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onPassword: (typed: string) => void;
}

/** A password that its owner chooses now. */
export const NewPasswordField = ({ onPassword, ...rest }: NewPasswordFieldProps) => {
  const { t } = useTranslation("signing-in");
  return (
    <PasswordField
      {...rest}
      label={t("password.new")}
      hint={t("password.hint", { least: PASSWORD_LEAST })}
      name="new-password"
      autoComplete="new-password"
      onChange={(event) => onPassword(event.target.value)}
    />
  );
};
