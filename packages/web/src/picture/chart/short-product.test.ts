import { expect, it } from "vitest";
import { shortProducts } from "./short-product.ts";

it("leaves out strengths and forms, and says each name once", () => {
  expect(shortProducts("Morphine sulfate 10mg/5ml oral solution")).toEqual(["Morphine sulfate"]);
  expect(shortProducts("Zomorph 10mg modified-release capsules, Zomorph 30mg modified-release capsules")).toEqual([
    "Zomorph",
  ]);
  expect(shortProducts("Oramorph oral solution")).toEqual(["Oramorph oral solution"]);
});
