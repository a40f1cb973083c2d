import { expect, test } from "vitest";
import { times } from "../texts/shape.ts";
import { TextsTold } from "./texts-told.ts";

const told = { text: "one twice a day", shape: times(1, 2), form: "tablet", unit: "unit", unreadable: null } as const;

test("a text keeps its meaning and counts its rows", () => {
  const texts = new TextsTold();
  texts.tell(told, 2);
  texts.tell(told, 3);
  expect(texts.all()).toEqual([
    { text: "one twice a day", perDay: { min: 2, max: 2 }, unit: "unit", asNeeded: false, reason: null, rows: 5 },
  ]);
});

test("a second meaning for a text is refused", () => {
  const texts = new TextsTold();
  texts.tell(told, 1);
  expect(() => texts.tell({ ...told, shape: times(1, 3) }, 1)).toThrow("two meanings");
});
