const CODE = /(?:([a-z-]+): )?withheld-(?:text|product-(\d+))/g;

type Say = (key: string, facts: Readonly<Record<string, string>>) => string;

/** A case with words in place of the codes that the service sends for what nobody may see here. */
export const sayWithheld = <Case extends object>(picture: Case, say: Say): Case => {
  const said = (_: string, substance: string | undefined, number: string | undefined): string => {
    if (number === undefined) return say("withheld.text", {});
    return substance === undefined
      ? say("withheld.product", { number })
      : say("withheld.productOf", { number, substance });
  };
  return JSON.parse(JSON.stringify(picture), (_, value: unknown) =>
    typeof value === "string" ? value.replaceAll(CODE, said) : value,
  ) as Case;
};
