import { expect, it } from "vitest";
import { sayWithheld } from "./say-withheld.ts";

const say = (key: string, facts: object = {}): string => [key, ...Object.values(facts)].join(" ");

it("says every code in a case, wherever it stands, and leaves all else as it is", () => {
  const picture = {
    case: 12,
    atLeast: true,
    since: null,
    medicines: ["Morphine 10mg tablets", "oxycodone: withheld-product-12", "withheld-product-2"],
    findings: [{ directions: [{ product: "withheld-product-1", text: "withheld-text" }] }],
    events: [{ product: "Zomorph 10mg capsules, oxycodone: withheld-product-1, withheld-product-2" }],
  };
  expect(sayWithheld(picture, say)).toEqual({
    case: 12,
    atLeast: true,
    since: null,
    medicines: ["Morphine 10mg tablets", "withheld.productOf 12 oxycodone", "withheld.product 2"],
    findings: [{ directions: [{ product: "withheld.product 1", text: "withheld.text" }] }],
    events: [{ product: "Zomorph 10mg capsules, withheld.productOf 1 oxycodone, withheld.product 2" }],
  });
});
