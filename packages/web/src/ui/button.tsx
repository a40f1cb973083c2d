import type { ButtonHTMLAttributes, ReactNode } from "react";

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "type"> {
  readonly look?: "main" | "second" | "small" | "link" | "warning";
  readonly submits?: boolean;
  readonly children: ReactNode;
}

export const Button = ({ look = "main", submits = false, children, ...rest }: ButtonProps) => (
  <button type={submits ? "submit" : "button"} className={look === "link" ? "link" : `button ${look}`} {...rest}>
    {children}
  </button>
);
