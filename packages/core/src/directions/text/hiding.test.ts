import { describe, expect, it } from "vitest";
import { hidesDoseWord } from "./hiding.ts";

describe("a word that may hide part of a dose", () => {
  it.each(["ortwo", "andnight", "prnpain", "oneand", "tabeltstds", "asrequried", "onmonday"])(
    "%s hides one",
    (word) => {
      expect(hidesDoseWord(word)).toBe(true);
    },
  );

  it.each(["night", "radiculopathy", "prednisolone", "onset", "fibromyalgia", "overdue", "tablet"])(
    "%s hides none",
    (word) => {
      expect(hidesDoseWord(word)).toBe(false);
    },
  );
});
