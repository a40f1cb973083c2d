import { describe, expect, it } from "vitest";
import { addsUp, countsOf, linesOf, readFilesOf } from "../reading.fixture.ts";

const PERSON = "person_id,gender_concept_id,year_of_birth\n1,8532,1960\n2,8507,1971\n";
const CONCEPT = [
  "concept_id,concept_name,domain_id,vocabulary_id,concept_class_id,standard_concept,concept_code",
  "11,codeine phosphate 30 MG Oral Tablet,Drug,RxNorm,Clinical Drug,S,",
  '12,"ramipril 5 MG Oral Capsule, hard",Drug,RxNorm,Clinical Drug,S,99',
].join("\n");
const COLUMNS =
  "drug_exposure_id,person_id,drug_concept_id,drug_exposure_start_date,drug_type_concept_id,quantity,days_supply,sig,provider_id,drug_source_value,drug_source_concept_id";

const read = (...rows: readonly string[]) =>
  readFilesOf({ "DRUG_EXPOSURE.csv": [COLUMNS, ...rows].join("\n"), "x/CONCEPT.csv": CONCEPT, "y.txt": PERSON });

describe("a row of DRUG_EXPOSURE", () => {
  it("takes its product from CONCEPT and its person from PERSON, wherever the tables lie", async () => {
    const { people, account } = await read("1,1,11,2025-01-05,32838,100,25,one four times a day,5,x,0");
    expect(linesOf(people)).toEqual(["1 2025-01-05 acute codeine phosphate 30 MG Oral Tablet x 100"]);
    expect(people[0]?.details).toEqual({ birthYear: 1960, sex: "female", registered: null });
    expect(people[0]?.issues[0]).toMatchObject({
      prescriber: "provider 5",
      row: 2,
      reading: { item: { directions: { kind: "text", text: "one four times a day" }, days: 25 } },
    });
    expect(account.rowsRead).toBe(1);
  });

  it("may be parted by tabs", async () => {
    const files = {
      a: PERSON,
      b: CONCEPT.replaceAll(",", "\t"),
      c: `${COLUMNS}\n1,1,11,2025-01-05,0,1,,,,,`.replaceAll(",", "\t"),
    };
    expect((await readFilesOf(files)).account.used.total).toBe(1);
  });

  it("with a quantity of 0 has none, and says so", async () => {
    const { people, account } = await read("1,1,11,2025-01-05,32838,0,0,,0,x,0");
    expect(people[0]?.issues[0]?.reading.item).toMatchObject({ quantity: null, days: null });
    expect(people[0]?.issues[0]?.prescriber).toBeNull();
    expect(countsOf(account.couldNotBeComputed)).toEqual({
      "directed-directions-refused": 1,
      "supplied-quantity-missing": 1,
    });
  });

  it("whose day cannot be read is remembered with its person, where it is of an opioid", async () => {
    const { people } = await read("1,1,11,2025-02-30,0,1,0,,0,x,0", "2,2,12,2025-02-30,0,1,0,,0,x,0");
    expect(people).toMatchObject([
      { person: "1", issues: [], refused: [{ row: 2, day: null, product: "codeine phosphate 30 MG Oral Tablet" }] },
    ]);
  });

  it("that the person reported is recorded elsewhere", async () => {
    expect((await read("1,1,11,2025-01-05,32865,1,0,,0,x,0")).people[0]?.issues[0]?.kind).toBe("elsewhere");
  });

  it("falls back on the source concept and on a name in the source value", async () => {
    const { people } = await read(
      "1,1,0,2025-01-05,0,1,0,,0,x,11",
      "2,2,0,2025-01-05,0,1,0,,0,Tramadol 50mg capsules,0",
    );
    expect(linesOf(people)).toEqual([
      "1 2025-01-05 acute codeine phosphate 30 MG Oral Tablet x 1",
      "2 2025-01-05 acute Tramadol 50mg capsules x 1",
    ]);
  });

  it.each([
    ["1,1,77,2025-01-05,0,1,0,,0,12345,0", "concept-not-found", "77"],
    ["1,,11,2025-01-05,0,1,0,,0,x,0", "person-missing", "person_id"],
    ["1,1,11,,0,1,0,,0,x,0", "date-missing", "drug_exposure_start_date"],
    ["1,1,11,2025-02-30,0,1,0,,0,x,0", "date-not-valid", "2025-02-30"],
    ["1,1,11", "too-few-cells", "3 cells"],
  ])("%s is refused as %s", async (line, code, found) => {
    const { account } = await read(line, "1,1,12,2025-01-05,0,1,0,,0,x,0");
    expect(countsOf(account.refused)).toEqual({ [code]: 1 });
    expect(account.refused.reasons[0]?.examples[0]?.found).toContain(found);
    expect(account.used).toMatchObject({ total: 1, notWatched: 1 });
    expect(addsUp(account)).toBe(true);
  });
});
