import { useNavigate, useSearch } from "@tanstack/react-router";
import { registerSearch, type RegisterSearch } from "./register-search.ts";

/** The state of the register in the address, and the way to change it. A changed filter starts at the first page. */
export const useRegisterSearch = () => {
  const search = registerSearch(useSearch({ strict: false }) as Record<string, unknown>);
  const navigate = useNavigate();
  const go = (next: RegisterSearch, replace = false): void =>
    void navigate({ to: "/register", search: next as never, replace, resetScroll: false });
  return {
    search,
    set: (
      part: { readonly [name in keyof RegisterSearch]?: RegisterSearch[name] | undefined },
      replace = false,
    ): void => go(registerSearch({ ...search, page: undefined, ...part }), replace),
    clear: (): void => go({}),
  };
};
