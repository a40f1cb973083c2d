/** What the address of the page asks for, kept after the "#": #show=high-dose,rising&find=morphine&sort=-supplied */
export interface Address {
  readonly person: string | null;
  readonly show: readonly string[];
  readonly find: string;
  /** A column, with "-" before it for most first; empty for the order that the page came in. */
  readonly sort: string;
}

export const readAddress = (hash: string): Address => {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  return {
    person: asked.get("person"),
    show: (asked.get("show") ?? "").split(",").filter((key) => key !== ""),
    find: asked.get("find") ?? "",
    sort: asked.get("sort") ?? "",
  };
};

export const writeAddress = (address: Address): string => {
  const asked: string[] = [];
  if (address.person !== null) asked.push(`person=${encodeURIComponent(address.person)}`);
  if (address.show.length > 0) asked.push(`show=${address.show.map(encodeURIComponent).join(",")}`);
  if (address.find !== "") asked.push(`find=${encodeURIComponent(address.find)}`);
  if (address.sort !== "") asked.push(`sort=${encodeURIComponent(address.sort)}`);
  return `#${asked.join("&")}`;
};
