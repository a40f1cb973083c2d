import type { UnreadDirections } from "@concord/exchange/api";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { unreadPeopleQuery } from "../../api/unread-directions.ts";
import { Button } from "../../ui/button.tsx";
import { Answer } from "../../ui/states.tsx";
import { useWords } from "../../words/use-words.ts";
import { ReadingForm } from "./reading-form.tsx";

const SHOWN = 10;

interface Waiting {
  readonly person: string;
  readonly personKey: string;
  readonly issues: number;
  readonly lastIssue: string;
}

interface OnePersonProps {
  readonly text: UnreadDirections;
  readonly of: Waiting;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

const OnePerson = ({ text, of: { person, personKey, issues, lastIssue }, open, onOpen }: OnePersonProps) => {
  const { t } = useTranslation("data-quality");
  const { sayDate } = useWords();
  return (
    <li>
      <div className="one">
        <Link to="/people/$key" params={{ key: personKey } as never}>
          {person}
        </Link>
        <span className="quiet">
          {t("each.last", { issues: t("queue.issues", { count: issues }), date: sayDate(lastIssue) })}
        </span>
        <Button
          look={open ? "link" : "small"}
          aria-expanded={open}
          aria-label={open ? undefined : t("each.readFor", { person, product: text.product })}
          onClick={() => onOpen(!open)}
        >
          {t(open ? "queue.close" : "each.read")}
        </Button>
      </div>
      {open && <ReadingForm text={text} person={person} onDone={() => onOpen(false)} />}
    </li>
  );
};

/** For whom a text that says no dose waits to be read, one person at a time. */
export const EachPerson = ({ text }: { readonly text: UnreadDirections }) => {
  const { t } = useTranslation("data-quality");
  const [size, setSize] = useState(SHOWN);
  const [open, setOpen] = useState<string | null>(null);
  const list = useQuery(unreadPeopleQuery(text.key, size));
  return (
    <Answer of={list}>
      {({ people, total }) => (
        <>
          <ul className="each-person" aria-label={t("each.title")}>
            {people.map((one) => (
              <OnePerson
                key={one.person}
                text={text}
                of={one}
                open={open === one.person}
                onOpen={(now) => setOpen(now ? one.person : null)}
              />
            ))}
          </ul>
          {total > people.length && (
            <Button look="second" onClick={() => setSize(Math.min(500, size + 2 * SHOWN))}>
              {t("each.more", { count: total - people.length })}
            </Button>
          )}
        </>
      )}
    </Answer>
  );
};
