import { send } from "./client.ts";

export interface PersonFound {
  readonly person: string;
  readonly key: string;
}
export const findPerson = async (reference: string): Promise<PersonFound> =>
  send("POST", "/api/people/find", { reference });

/** Where the copy of everything lies: a link, whose address says nothing of the person. */
export const copyOf = ({ key }: PersonFound): string => `/api/people/${key}/export`;

export const removePerson = async ({ key }: PersonFound, reference: string, reason: string): Promise<unknown> =>
  send("POST", `/api/people/${key}/removal`, { reference, reason });
