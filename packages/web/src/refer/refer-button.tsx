import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../session/use-session.ts";
import { Button } from "../ui/button.tsx";
import { ReferDialog } from "./refer-dialog.tsx";
import type { PersonNamed } from "./use-refer.ts";

/** The first of two clicks, wherever a person is shown to somebody who may refer. */
export const ReferButton = ({ of, referred }: { readonly of: PersonNamed; readonly referred: boolean }) => {
  const { person } = of;
  const { t } = useTranslation("refer");
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may("referral.change")) return null;
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
