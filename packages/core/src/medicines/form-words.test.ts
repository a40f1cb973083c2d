import { describe, expect, it } from "vitest";
import { familyOfForm, formIn, releaseIn } from "./form-words.ts";

describe("the family of a form of the dictionary", () => {
  it.each([
    ["tablets", "tablet"],
    ["modified-release tablets", "tablet"],
    ["chewable tablets", "tablet"],
    ["dispersible tablets", "tablet"],
    ["effervescent tablets", "tablet"],
    ["orodispersible tablets", "tablet"],
    ["soluble tablets", "tablet"],
    ["capsules", "capsule"],
    ["modified-release capsules", "capsule"],
    ["effervescent powder sachets", "sachet"],
    ["oral powder sachets", "sachet"],
    ["modified-release granules sachets", "sachet"],
    ["oral solution", "liquid"],
    ["oral suspension", "liquid"],
    ["oral drops", "liquid"],
    ["linctus", "liquid"],
    ["elixir", "liquid"],
    ["mixture", "liquid"],
    ["transdermal patches", "patch"],
    ["sublingual tablets", "sublingual"],
    ["buccal tablets", "buccal"],
    ["buccal films", "buccal"],
    ["oral lyophilisates", "lyophilisate"],
    ["lozenges", "lozenge"],
    ["nasal spray", "nasal"],
    ["suppositories", "suppository"],
    ["impregnated cigarettes", "cigarette"],
    ["solution for injection ampoules", "injection"],
    ["solution for injection vials", "injection"],
    ["solution for injection pre-filled syringes", "injection"],
    ["solution for infusion vials", "injection"],
    ["solution for infusion pre-filled syringes", "injection"],
    ["infusion bags", "injection"],
    ["powder for solution for injection ampoules", "injection"],
    ["powder for solution for injection vials", "injection"],
    ["powder", "other"],
    ["gel", "other"],
  ])("%s: %s", (form, family) => {
    expect(familyOfForm(form)).toBe(family);
  });
});

describe("the form of a name", () => {
  it.each([
    ["diamorphine 10mg powder for solution for injection vials", "powder for solution for injection vials", "unit"],
    ["remifentanil 1mg powder for solution for injection", "powder for solution for injection vials", "unit"],
    ["diamorphine 10mg powder for solution for injection ampoules", "solution for injection ampoules", "ampoule"],
    ["diamorphine 10mg powder for solution for injection, 1 ampoule", "solution for injection ampoules", "ampoule"],
    ["oramorph 10mg/5ml oral solution unit dose vials", "oral solution", "ml"],
    ["morphine 10mg/5ml oral syringe", null, null],
    ["fentanyl 100micrograms", null, null],
  ])("%s: %s", (name, form, countedIn) => {
    expect(formIn(name)?.form ?? null).toBe(form);
    expect(formIn(name)?.countedIn ?? null).toBe(countedIn);
  });
});

it.each([
  ["morphine 30mg mr tablets", "modified"],
  ["12 hr oxycodone 10 mg oral tablet", "modified"],
  ["morphine 10mg tablets", null],
])("%s: release %s", (name, release) => {
  expect(releaseIn(name)).toBe(release);
});
