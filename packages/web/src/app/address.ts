/** What stands behind the question mark of an address: one text, or several under the same name. */
export type Search = Record<string, string | readonly string[]>;

/** Plain names and values, as a person may type or send them: ?finding=high-dose&finding=rising-dose&page=2 */
export const readSearch = (text: string): Search => {
  const search: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = search[name];
    search[name] = before === undefined ? value : [before, value].flat();
  }
  return search;
};

/** The same back; what is empty or undefined is left out. */
export const writeSearch = (search: Record<string, unknown>): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    for (const one of [value].flat())
      if (one !== undefined && one !== null && one !== "") params.append(name, String(one));
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
};
