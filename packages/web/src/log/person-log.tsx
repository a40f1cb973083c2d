import { useQuery } from "@tanstack/react-query";
import { accessLogQuery } from "../api/log.ts";
import { Paging } from "../ui/paging.tsx";
import { Answer } from "../ui/states.tsx";
import { Entries } from "./entries.tsx";
import { LogFilters } from "./log-filters.tsx";
import { useLogSearch } from "./use-log-search.ts";

/** Who has seen and changed the records of one person; `of` null is the patient who asks. */
export const PersonLog = ({ of }: { readonly of: string | null }) => {
  const search = useLogSearch();
  const answer = useQuery(accessLogQuery(of, search.asked));
  return (
    <div className="card">
      <Answer of={answer} lines={8}>
        {({ entries, total, page, size, accounts }) => (
          <>
            <LogFilters search={search} accounts={accounts} />
            <Entries total={total} entries={entries} />
            <Paging page={page} size={size} total={total} />
          </>
        )}
      </Answer>
    </div>
  );
};
