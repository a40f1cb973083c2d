import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";

interface SendOrCancelProps extends ComponentProps<typeof Button> {
  readonly onCancel: () => void;
}

/** What a form that was opened ends in: it is sent by its button, or left. */
export const SendOrCancel = ({ onCancel, ...send }: SendOrCancelProps) => {
  const { t } = useTranslation("ui");
  return (
    <p className="actions">
      <Button submits {...send} />
      <Button look="link" onClick={onCancel}>
        {t("cancel")}
      </Button>
    </p>
  );
};
