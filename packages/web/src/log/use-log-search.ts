import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Search } from "../app/address.ts";

const SIZE = "50";

/** What is chosen of a log stands in its address: accounts by their number, no person. */
export const useLogSearch = () => {
  const search = useSearch({ strict: false }) as Readonly<Record<string, string | undefined>>;
  const navigate = useNavigate();
  const choose = (name: string, value: string): void =>
    void navigate({
      to: ".",
      search: { ...search, [name]: value === "" ? undefined : value, page: undefined } as never,
      replace: true,
    });
  const { account, kind, action, page, day } = search;
  const asked = Object.fromEntries(
    Object.entries({ account, kind, action, page, size: SIZE }).filter(([, value]) => value !== undefined),
  ) as Search;
  return { account: account ?? "", kind: kind ?? "", action: action ?? "", day: day ?? "", asked, choose };
};
