import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { ReferDialog } from "./refer-dialog.tsx";

/** The first of two clicks, wherever a person is shown. */
export const ReferButton = ({ person, referred }: { readonly person: string; readonly referred: boolean }) => {
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
      {open && <ReferDialog person={person} referred={referred} onClose={() => setOpen(false)} />}
    </>
  );
};
