import { harmless, type Found } from "./atoms.ts";
import { wordAt, type Tokens } from "./number.ts";

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
const LEADS = set(
  "if when should you have get any develop it causes cause there is are gets become feel feeling of signs a",
);
/** What a medicine may do to someone: a reason to leave it off, and no other dose. */
const ADVERSE =
  set(`rash itching itch hives indigestion dyspepsia heartburn reflux stomach tummy abdominal gastric gi upset sick sickness nausea vomiting diarrhoea
  swelling wheeze wheezy wheezing breathless bleeding bruising muscle ache aches weakness jaundice allergy allergic reaction
  side effects effect dizzy dizziness confused confusion unwell hallucinations palpitations pain black stools skin reaction irritation irritated sore`);

/** "stop if indigestion", "stop taking if rash develops": a warning; the dose stands for as long as it is taken. */
export const readAdverse = (tokens: Tokens, at: number): Found | null => {
  if (wordAt(tokens, at) !== "stop" && wordAt(tokens, at) !== "discontinue") return null;
  let i = at + 1;
  while (
    ["taking", "using", "it", "this", "medicine", "medication", "and", "see", "gp", "doctor", "them"].includes(
      wordAt(tokens, i),
    )
  )
    i += 1;
  if (wordAt(tokens, i) !== "if" && wordAt(tokens, i) !== "when") return null;
  while (LEADS.has(wordAt(tokens, i))) i += 1;
  // "stop if pain": of the medicine, or of what it is for.
  if (!ADVERSE.has(wordAt(tokens, i)) || wordAt(tokens, i) === "pain") return null;
  while (
    ADVERSE.has(wordAt(tokens, i)) ||
    (["or", "/", "and"].includes(wordAt(tokens, i)) && ADVERSE.has(wordAt(tokens, i + 1)))
  )
    i += 1;
  while (["develops", "occurs", "develop", "occur", "appears"].includes(wordAt(tokens, i))) i += 1;
  return ["", ".", ")", ",", ";", "!", "and"].includes(wordAt(tokens, i)) ? harmless(i) : null;
};

export const ADVERSE_STARTS: readonly string[] = ["stop", "discontinue"];
