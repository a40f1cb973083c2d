import { useId, useState, type InputHTMLAttributes } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { described, Field } from "./field.tsx";

interface PasswordFieldProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  "className" | "type" | "autoComplete"
> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly autoComplete: "current-password" | "new-password";
}

/** A password, which can be shown, pasted, and filled in by a program that keeps passwords. */
export const PasswordField = ({ label, hint, error, id, ...rest }: PasswordFieldProps) => {
  const { t } = useTranslation("ui");
  const own = useId();
  const [shown, setShown] = useState(false);
  const common = { label, hint, error };
  return (
    <Field id={id ?? own} {...common}>
      <span className="secret">
        <input
          {...rest}
          id={id ?? own}
          type={shown ? "text" : "password"}
          maxLength={200}
          spellCheck={false}
          autoCapitalize="none"
          autoCorrect="off"
          {...described(id ?? own, common)}
        />
        <Button
          look="small"
          aria-label={t(shown ? "password.hideLong" : "password.showLong")}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? "password.hide" : "password.show")}
        </Button>
      </span>
    </Field>
  );
};
