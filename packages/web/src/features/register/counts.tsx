import type { Practice, RegisterPage } from "@concord/exchange/api";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../session/use-session.ts";
import { useWords } from "../../words/use-words.ts";
import type { RegisterSearch } from "./register-search.ts";

const same = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);

interface CountProps {
  readonly people: number;
  readonly says: string;
  readonly to: RegisterSearch;
  readonly now: RegisterSearch;
  readonly children?: ReactNode;
}

const Count = ({ people, says, to, now, children }: CountProps) => {
  const { sayCount } = useWords();
  return (
    <li className="card count">
      <Link
        to="/register"
        search={to as never}
        className="head"
        resetScroll={false}
        activeProps={{}}
        aria-current={same(to, now) ? "true" : undefined}
      >
        <b>{sayCount(people)}</b> <span>{says}</span>
      </Link>
      {children}
    </li>
  );
};

interface CountsProps {
  readonly all: RegisterPage;
  readonly practice: Practice | undefined;
  readonly now: RegisterSearch;
  readonly invitations: ReactNode;
}

/** Numbers of people at the head of the register; each opens to those people. */
export const Counts = ({ all, practice, now, invitations }: CountsProps) => {
  const { t } = useTranslation("register");
  const may = useMay();
  const of = (code: string): number => (all.counts as Readonly<Record<string, number>>)[code] ?? 0;
  const also = (to: RegisterSearch, says: string) => (
    <Link to="/register" search={to as never} className="also" resetScroll={false}>
      {says}
    </Link>
  );
  return (
    <ul className="counts" aria-label={t("counts.label")}>
      <Count people={all.current} says={t("counts.current")} to={{ current: "yes" }} now={now}>
        {also({}, t("counts.everyone", { people: all.onRegister }))}
      </Count>
      <Count people={of("long-term-use")} says={t("counts.long")} to={{ finding: ["long-term-use"] }} now={now} />
      <Count people={of("high-dose")} says={t("counts.high")} to={{ finding: ["high-dose"] }} now={now}>
        {also({ doseMin: "120" }, t("counts.high120", { people: all.at120 }))}
      </Count>
      <Count
        people={of("unreadable-directions")}
        says={t("counts.unread")}
        to={{ finding: ["unreadable-directions"] }}
        now={now}
      >
        {(practice?.unreadTexts ?? 0) > 0 && may("unread-directions.read") && (
          <Link to="/data-quality" className="also">
            {t("counts.readThem")}
          </Link>
        )}
      </Count>
      {invitations}
    </ul>
  );
};
