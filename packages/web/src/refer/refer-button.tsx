import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { ReferDialog } from "./refer-dialog.tsx";
import type { PersonNamed } from "./use-refer.ts";

/** The first of two clicks, wherever a person is shown. */
export const ReferButton = ({ of, referred }: { readonly of: PersonNamed; readonly referred: boolean }) => {
  const { person } = of;
  const { t } = useTranslation("refer");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        look="small"
        aria-label={t(referred ? "referredFor" : "buttonFor", { person })}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t(referred ? "referred" : "button")}
      </Button>
      {open && <ReferDialog of={of} referred={referred} onClose={() => setOpen(false)} />}
    </>
  );
};
