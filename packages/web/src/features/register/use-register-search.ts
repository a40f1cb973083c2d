import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { placeOf, useUnseen } from "../../app/unseen.ts";
import { registerSearch, type RegisterSearch } from "./register-search.ts";

/** The state of the register, and the way to change it. A changed filter starts at the first page. */
export const useRegisterSearch = () => {
  const search = registerSearch({ ...(useSearch({ strict: false }) as Record<string, unknown>), ...useUnseen() });
  const navigate = useNavigate();
  const router = useRouter();
  const go = (next: RegisterSearch, replace = false): void => {
    // Typing that came to rest after someone went on to another page brings nobody back.
    if (router.latestLocation.pathname !== "/register") return;
    void navigate({ to: "/register", ...(placeOf(next) as object), replace, resetScroll: false } as never);
  };
  return {
    search,
    set: (
      part: { readonly [name in keyof RegisterSearch]?: RegisterSearch[name] | undefined },
      replace = false,
    ): void => go(registerSearch({ ...search, page: undefined, ...part }), replace),
    open: (next: RegisterSearch): void => go(next),
    clear: (): void => go({}),
  };
};
