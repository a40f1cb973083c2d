import type { ImportJob } from "@concord/exchange/api";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { isUnderWay } from "../../api/imports.ts";

/** Once the last import is over, everything that is worked out from records is asked for anew. */
export const useFollowJobs = (jobs: readonly ImportJob[] | undefined): void => {
  const queryClient = useQueryClient();
  const running = jobs?.some(isUnderWay) ?? false;
  const ran = useRef(false);
  useEffect(() => {
    if (ran.current && !running) void queryClient.invalidateQueries();
    ran.current = running;
  }, [running, queryClient]);
};
