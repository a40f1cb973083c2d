import { TextField } from "./field.tsx";

interface CodeFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly onCode: (digits: string) => void;
}

/** The six digits of an authenticator, typed or pasted, with or without spaces. */
export const CodeField = ({ onCode, ...rest }: CodeFieldProps) => (
  <TextField
    {...rest}
    width="short"
    name="one-time-code"
    autoComplete="one-time-code"
    inputMode="numeric"
    maxLength={12}
    onChange={(event) => onCode(event.target.value)}
  />
);

/** The digits of what was typed; null where they are not six. */
export const codeTyped = (typed: string): string | null => {
  const digits = typed.replace(/[\s-]/g, "");
  return /^\d{6}$/.test(digits) ? digits : null;
};
