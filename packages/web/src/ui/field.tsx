import { useId, type InputHTMLAttributes, type ReactNode } from "react";

interface Common {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly id?: string;
}

/** Label, hint, error and control in the order in which a screen reader needs them. */
export const Field = ({
  id,
  label,
  hint,
  error,
  children,
}: Common & { readonly id: string; readonly children: ReactNode }) => (
  <div className={error === undefined ? "field" : "field wrong"}>
    <label htmlFor={id}>{label}</label>
    {hint !== undefined && (
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {error !== undefined && (
      <p className="error" id={`${id}-error`}>
        {error}
      </p>
    )}
    {children}
  </div>
);

export const described = (id: string, { hint, error }: Pick<Common, "hint" | "error">) => {
  const by = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(" ");
  return { ...(by === "" ? {} : { "aria-describedby": by }), ...(error === undefined ? {} : { "aria-invalid": true }) };
};

type InputProps = Common & { readonly width?: "short" | "date" } & Omit<
    InputHTMLAttributes<HTMLInputElement>,
    "width" | "className"
  >;

export const TextField = ({ label, hint, error, width, id, ...rest }: InputProps) => {
  const own = useId();
  const common = { label, hint, error };
  return (
    <Field id={id ?? own} {...common}>
      <input
        type="text"
        autoComplete="off"
        {...rest}
        id={id ?? own}
        className={width}
        {...described(id ?? own, common)}
      />
    </Field>
  );
};

export const LongField = ({
  label,
  hint,
  error,
  id,
  rows = 3,
  ...rest
}: Common & {
  readonly rows?: number;
  readonly value: string;
  readonly maxLength: number;
  readonly onChange: (event: { readonly target: { readonly value: string } }) => void;
}) => {
  const own = useId();
  const common = { label, hint, error };
  return (
    <Field id={id ?? own} {...common}>
      <textarea rows={rows} {...rest} id={id ?? own} {...described(id ?? own, common)} />
    </Field>
  );
};

export const SelectField = ({
  label,
  hint,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly says: string }[];
  readonly onChange: (value: string) => void;
}) => {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint}>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.says}
          </option>
        ))}
      </select>
    </Field>
  );
};

export const Checkbox = ({
  label,
  hint,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) => {
  const id = useId();
  return (
    <div className="choice">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
};

export const Radios = ({
  legend,
  name,
  value,
  choices,
  onChange,
}: {
  readonly legend: string;
  readonly name: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly says: string; readonly hint?: string }[];
  readonly onChange: (value: string) => void;
}) => (
  <fieldset className="radios">
    <legend>{legend}</legend>
    {choices.map((one) => (
      <div className="choice" key={one.value}>
        <input
          type="radio"
          id={`${name}-${one.value}`}
          name={name}
          value={one.value}
          checked={value === one.value}
          onChange={() => onChange(one.value)}
          aria-describedby={one.hint === undefined ? undefined : `${name}-${one.value}-hint`}
        />
        <label htmlFor={`${name}-${one.value}`}>{one.says}</label>
        {one.hint !== undefined && (
          <p className="hint" id={`${name}-${one.value}-hint`}>
            {one.hint}
          </p>
        )}
      </div>
    ))}
  </fieldset>
);
