import { describe, expect, it } from "vitest";
import { readFhirDosage } from "../directions/fhir/read-fhir-dosage.ts";
import { readDirections } from "../directions/read.ts";
import { EQUIVALENCE_CASES } from "../equivalence/equivalence.spec-table.ts";
import { FACTOR_TABLES } from "../equivalence/factor-tables.ts";
import { identify } from "../medicines/identify.ts";
import { presentOme } from "./present-ome.ts";
import { createItemReader } from "./read-item.ts";

const READERS = new Map(
  FACTOR_TABLES.map(({ id }) => [id, createItemReader({ table: id, identify, readDirections, readFhirDosage })]),
);

describe("the specification of conversion, from a record's words to mg OME a day", () => {
  it.each(EQUIVALENCE_CASES.map((row) => [`${row.product}, ${row.directions}, ${row.table}`, row] as const))(
    "%s",
    (_name, { product, directions, table, expect: expected }) => {
      const answer = presentOme(READERS.get(table)!, { product, directions });
      if (typeof expected === "string") {
        expect(answer).toMatchObject({ status: "refused", ome: null });
        expect(answer.reason?.split(":")[0]).toBe(expected);
      } else {
        const ome = { min: Number(expected.min), max: Number(expected.max) };
        expect(answer).toMatchObject({ status: "computed", basis: "directed", ome, table });
      }
    },
  );
});
