import type { OneTimeCode } from "@concord/exchange/api";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../words/use-words.ts";

interface SlipProps {
  readonly name: string;
  readonly login: string;
  readonly code: OneTimeCode;
}

/** A one-time code, shown this once: to be copied, or printed as a slip to hand over. */
export const OneTimeCodeSlip = ({ name, login, code: { code, expiresAt } }: SlipProps) => {
  const { t } = useTranslation("accounts");
  const { sayInstant } = useWords();
  const [copied, setCopied] = useState<"done" | "failed" | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(code);
      setCopied("done");
    } catch {
      setCopied("failed");
    }
  };
  return (
    <section className="card slip" aria-labelledby="slip">
      <h2 id="slip" tabIndex={-1} ref={heading}>
        {t("slip.title", { name })}
      </h2>
      <p className="no-print">{t("slip.once")}</p>
      <p className="one-time-code mono" translate="no">
        {code}
      </p>
      <p>{t("slip.until", { date: sayInstant(expiresAt) })}</p>
      <ol>
        <li>{t("slip.open", { address: location.origin })}</li>
        <li>{t("slip.enter", { link: t("slip.link") })}</li>
        <li>{t("slip.choose", { login })}</li>
      </ol>
      <p className="actions no-print">
        <Button onClick={() => void copy()}>{t("slip.copy")}</Button>
        <Button look="second" onClick={() => print()}>
          {t("slip.print")}
        </Button>
        <span role="status">{copied !== null && t(`slip.${copied}`)}</span>
      </p>
      <p className="quiet no-print">{t("slip.hand")}</p>
    </section>
  );
};
