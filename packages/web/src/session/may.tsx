import type { Action } from "@concord/exchange/api";
import type { ReactNode } from "react";
import { useMay } from "./use-session.ts";

/** A part of a page for those alone who may do something. */
export const May = ({ do: action, children }: { readonly do: Action; readonly children: ReactNode }) => {
  const may = useMay();
  return may(action) ? children : null;
};
