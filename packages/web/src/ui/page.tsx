import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

let firstPage: string | null = null;

/** A page: its name in the tab and on the page; after a link the reading starts at the name. */
export const Page = ({
  title,
  tab = title,
  beside,
  children,
}: {
  readonly title: string;
  /** Where its name in the tab is another: a browser keeps that with the address. */
  readonly tab?: string;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}) => {
  const { t } = useTranslation("app");
  const name = useRef<HTMLHeadingElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    document.title = t("pageTitle", { page: tab });
  }, [t, tab]);
  useEffect(() => {
    firstPage ??= path;
    if (firstPage === path) return;
    firstPage = "";
    name.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <>
      <div className="title">
        <h1 tabIndex={-1} ref={name}>
          {title}
        </h1>
        {beside}
      </div>
      {children}
    </>
  );
};
