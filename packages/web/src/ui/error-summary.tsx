import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

export interface FieldError {
  /** The id of the field that it is about. */
  readonly at: string;
  readonly says: string;
}

/** What is wrong with a field of a form by its name, which stands behind `id`: nothing before the form was sent. */
export const errorsAt =
  (id: string, errors: readonly FieldError[], tries: number) =>
  (field: string): string | undefined =>
    tries === 0 ? undefined : errors.find(({ at }) => at === `${id}${field}`)?.says;

/** What is wrong in a form, above it: announced, and each a way to its field. `tries` counts how often it was sent. */
export const ErrorSummary = ({ errors, tries }: { readonly errors: readonly FieldError[]; readonly tries: number }) => {
  const { t } = useTranslation("ui");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tries > 0) box.current?.focus();
  }, [tries]);
  if (tries === 0 || errors.length === 0) return null;
  return (
    <div className="problem-card" role="alert" tabIndex={-1} ref={box}>
      <h2>{t("inputError.title")}</h2>
      <ul>
        {errors.map(({ at, says }) => (
          <li key={at}>
            <a
              href={`#${at}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(at)?.focus();
              }}
            >
              {says}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
