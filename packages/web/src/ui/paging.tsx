import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { pagesShown } from "./pages-shown.ts";

/** The pages of a long list, as links that can be sent. */
export const Paging = ({
  page,
  size,
  total,
}: {
  readonly page: number;
  readonly size: number;
  readonly total: number;
}) => {
  const { t } = useTranslation("ui");
  const pages = Math.ceil(total / size);
  if (pages <= 1) return null;
  const to = (number: number) => ({
    to: ".",
    search: (before: Record<string, unknown>) => ({ ...before, page: number === 1 ? undefined : String(number) }),
    // What the address does not show is of every page of the list.
    state: true as never,
  });
  return (
    <nav className="paging" aria-label={t("paging.label")}>
      <p className="quiet">
        {t("paging.shown", { from: (page - 1) * size + 1, to: Math.min(total, page * size), total })}
      </p>
      <ul>
        {page > 1 && (
          <li>
            <Link {...to(page - 1)} rel="prev">
              {t("paging.previous")}
            </Link>
          </li>
        )}
        {pagesShown(page, pages).map((number, i) => (
          <li key={number === 0 ? `gap-${i}` : number}>
            {number === 0 ? (
              <span aria-hidden="true">…</span>
            ) : (
              <Link
                {...to(number)}
                activeOptions={{ exact: true, includeSearch: true }}
                aria-label={t("paging.page", { page: number })}
                {...(number === page ? { "aria-current": "page" as const } : {})}
              >
                {number}
              </Link>
            )}
          </li>
        ))}
        {page < pages && (
          <li>
            <Link {...to(page + 1)} rel="next">
              {t("paging.next")}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
};
