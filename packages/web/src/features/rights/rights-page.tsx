import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { copyOf, type PersonFound } from "../../api/rights.ts";
import { sessionQuery } from "../../api/session.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { FindPerson } from "./find-person.tsx";
import { RemovePerson } from "./remove-person.tsx";

const Copy = ({ found }: { readonly found: PersonFound }) => {
  const { t } = useTranslation("rights");
  return (
    <section className="card" aria-labelledby="copy">
      <h2 id="copy">{t("copy.title")}</h2>
      <p>{t("copy.says")}</p>
      <p className="actions">
        <a className="button" href={copyOf(found)} download>
          {t("copy.send")}
        </a>
      </p>
    </section>
  );
};

const Removal = ({ found, onRemoved }: { readonly found: PersonFound; readonly onRemoved: () => void }) => {
  const { t } = useTranslation("rights");
  const [open, setOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="removal">
      <h2 id="removal">{t("removal.title")}</h2>
      <p>{t("removal.says")}</p>
      <p className="actions">
        <Button look="warning" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {t("removal.open")}
        </Button>
      </p>
      {open && <RemovePerson found={found} onClose={() => setOpen(false)} onRemoved={onRemoved} />}
    </section>
  );
};

export const RightsPage = () => {
  const { t } = useTranslation("rights");
  const [found, setFound] = useState<PersonFound | null>(null);
  const { data: session } = useQuery(sessionQuery());
  return (
    <Page title={t("title")} beside={<p>{t("says")}</p>}>
      <FindPerson onFound={setFound} />
      {found !== null && (
        <>
          <h2>{t("of", { person: found.person })}</h2>
          <Copy found={found} />
          {session?.may.includes("person.remove") === true && (
            <Removal key={found.key} found={found} onRemoved={() => setFound(null)} />
          )}
        </>
      )}
    </Page>
  );
};
