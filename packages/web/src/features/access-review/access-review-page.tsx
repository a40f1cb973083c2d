import type { AccessReason } from "@concord/exchange/api";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { accessReasonsQuery, markReviewed } from "../../api/access.ts";
import "../../log/log.css";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/field.tsx";
import { notify } from "../../ui/notices.tsx";
import { Page } from "../../ui/page.tsx";
import { Paging } from "../../ui/paging.tsx";
import { Answer, Empty } from "../../ui/states.tsx";
import { StackedTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.ts";

const SIZE = "50";
const HEADINGS = ["when", "who", "whom", "why", "state"] as const;

const useMark = () => {
  const { t } = useTranslation("access-review");
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: markReviewed,
    onSuccess: () => notify({ says: t("marked") }),
    onError: () => notify({ says: t("notMarked"), kind: "problem" }),
    onSettled: () =>
      Promise.all(["access-reasons", "practice"].map((key) => queryClient.invalidateQueries({ queryKey: [key] }))),
  });
};

const Reason = ({ it }: { readonly it: AccessReason }) => {
  const { t } = useTranslation("access-review");
  const { sayInstant } = useWords();
  const mark = useMark();
  const { reviewed } = it;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <span className="pair">
          <span>{sayInstant(it.at)}</span>
          <span className="under">{t("until", { at: sayInstant(it.until) })}</span>
        </span>
      </th>
      <td role="cell" data-label={t("who")}>
        {it.account.name}
      </td>
      <td role="cell" data-label={t("whom")}>
        <Link to="/people/$key/access-log" params={{ key: it.key } as never}>
          {it.person}
        </Link>
      </td>
      <td role="cell" data-label={t("why")}>
        <q>{it.reason}</q>
      </td>
      <td role="cell" data-label={t("state")}>
        {reviewed === null ? (
          <Button
            look="small"
            disabled={mark.isPending}
            aria-label={t("markOf", { who: it.account.name, person: it.person })}
            onClick={() => mark.mutate(it.id)}
          >
            {t("mark")}
          </Button>
        ) : (
          <span>{t("by", { who: reviewed.by, at: sayInstant(reviewed.at) })}</span>
        )}
      </td>
    </tr>
  );
};

const List = ({ reasons }: { readonly reasons: readonly AccessReason[] }) => {
  const { t } = useTranslation("access-review");
  return (
    <StackedTable className="log" label={t("label")} columns={HEADINGS} says={(one) => t(one)}>
      {reasons.map((it) => (
        <Reason key={it.id} it={it} />
      ))}
    </StackedTable>
  );
};

export const AccessReviewPage = () => {
  const { t } = useTranslation("access-review");
  const navigate = useNavigate();
  const { only = "", page } = useSearch({ strict: false }) as Readonly<Record<string, string | undefined>>;
  const asked = { ...(only === "" ? {} : { only }), ...(page === undefined ? {} : { page }), size: SIZE };
  const answer = useQuery(accessReasonsQuery(asked));
  return (
    <Page title={t("title")} beside={<p>{t("says")}</p>}>
      <div className="card">
        <SelectField
          label={t("show")}
          value={only}
          choices={[
            { value: "", says: t("all") },
            { value: "unreviewed", says: t("only") },
          ]}
          onChange={(value) =>
            void navigate({ to: ".", search: (value === "" ? {} : { only: value }) as never, replace: true })
          }
        />
        <Answer of={answer} lines={6}>
          {({ reasons, total, page: at, size }) => (
            <>
              {reasons.length === 0 ? (
                <Empty says={t(only === "" ? "none" : "noneLeft")} />
              ) : (
                <List reasons={reasons} />
              )}
              <Paging page={at} size={size} total={total} />
            </>
          )}
        </Answer>
      </div>
    </Page>
  );
};
