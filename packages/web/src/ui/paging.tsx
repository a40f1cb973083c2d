import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** The pages round the current one, with the first and the last; 0 stands for those left out. */
export const pagesShown = (page: number, pages: number): readonly number[] => {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((one) => one >= 1 && one <= pages);
  return shown.sort((a, b) => a - b).flatMap((one, i) => (i > 0 && one - shown[i - 1]! > 1 ? [0, one] : [one]));
};

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
