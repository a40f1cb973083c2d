import { expect, it } from "vitest";
import { numberInWords } from "./number-words.ts";

it.each([
  ["zero", 0],
  ["one", 1],
  ["nine", 9],
  ["ten", 10],
  ["nineteen", 19],
  ["twenty", 20],
  ["twenty one", 21],
  ["ninety-nine", 99],
  ["a hundred", 100],
  ["one hundred", 100],
  ["one hundred and twelve", 112],
  ["nine hundred ninety nine", 999],
  ["and fifty", 50],
])("%s is %d", (text, value) => {
  expect(numberInWords(text)).toBe(value);
});

it.each([
  "",
  "and",
  "hundred",
  "twenty ten",
  "twenty zero",
  "twenty twenty",
  "one two",
  "twenty one two",
  "zero hundred",
  "ten hundred",
  "one hundred zero",
  "a two hundred",
  "hundred one",
  "tablets",
  "one hundred hundred",
])("%j is no number", (text) => {
  expect(numberInWords(text)).toBeNull();
});
