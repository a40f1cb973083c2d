import type { DoseEvent } from "@concord/exchange/api";
import { useTranslation } from "react-i18next";
import { shortProducts } from "../chart/short-product.ts";
import { useLists } from "./use-lists.ts";

/** Which sentence of the catalogue fits what is known of an event. */
const known = (product: string, prescriber: string | null): { context?: string } => {
  const who = prescriber !== null && prescriber !== "";
  if (product === "") return who ? { context: "who" } : {};
  return { context: who ? "both" : "product" };
};

/** Who started, changed or ended a medicine: whole for the list, short for the chart. */
export const useSaidEvent = () => {
  const { t } = useTranslation("person");
  const { sayAll } = useLists();
  const say = (key: string, { what, prescriber }: DoseEvent, product: string): string =>
    t(`${key}.${what}`, { ...known(product, prescriber), product, prescriber });
  return {
    sayEvent: (event: DoseEvent): string => say("event", event, event.product ?? ""),
    sayShortly: (event: DoseEvent): string => {
      const names = event.product === null ? [] : shortProducts(event.product);
      return say("eventShort", event, sayAll(names.slice(0, 2)));
    },
  };
};
