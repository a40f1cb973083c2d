import { problem } from "@concord/exchange/api";
import { z } from "zod";

const problemAnswer = {
  description: "What is wrong, as RFC 9457 problem details",
  content: { "application/problem+json": { schema: problem } },
} as const;

/** The answers of a route for its description: what it gives, and problem details for all else. */
export const answers = <const S extends Readonly<Record<number, z.ZodType | TextFile>>>(given: S) => ({
  ...given,
  "4xx": problemAnswer,
  "5xx": problemAnswer,
});

/** Done, and nothing to tell. */
export const nothing = z.undefined().meta({ description: "Done" });

interface TextFile {
  readonly description: string;
  readonly content: { readonly [type: string]: { readonly schema: z.ZodString } };
}

export const textFile = (type: string, description: string): TextFile => ({
  description,
  content: { [type]: { schema: z.string() } },
});
