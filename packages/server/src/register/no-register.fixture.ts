import type { RegisterBuilder } from "./builder-types.ts";

/** For a service that is asked for no register. */
export const NO_REGISTER: RegisterBuilder = {
  building: () => false,
  follow: async () => 0,
  rebuild: async () => {},
  isOfThisEngine: async () => true,
};
