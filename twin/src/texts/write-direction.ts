import type { Form } from "../products/opioids.ts";
import type { Random } from "../random.ts";
import { misspell } from "./misspell.ts";
import type { Direction, Hundredths, Shape } from "./shape.ts";
import { STYLES, type Style } from "./styles.ts";
import { A_DAY, ASIDES, PAIN_ASIDES, figure, HOURS_BETWEEN, IF_NEEDED, named, unitWord } from "./words.ts";

/** Writes a shape down as one prescriber would. The same shape comes out in many ways; each of them has this one meaning. */
export const writeDirection = (random: Random, shape: Shape, form: Form, forPain = false): Direction => {
  const style = random.weighted(STYLES);
  const said = sentence(random, style, shape, form);
  const aside = random.in10000(1400) && shape.often.kind !== "worn" ? random.pick(forPain ? PAIN_ASIDES : ASIDES) : "";
  const text = style.finish(said + aside);
  return {
    text: random.in10000(300) ? misspell(random, text) : text,
    shape,
    form,
    unit: style.units === "none" && form !== "ml" && form !== "puff" ? "unit" : form,
    unreadable: null,
  };
};

const sentence = (random: Random, style: Style, shape: Shape, form: Form): string => {
  const { often } = shape;
  const start = style.verb(form);
  const dose = amount(style, shape, form);
  const after = style.after === undefined ? "" : ` ${style.after(form)}`;
  const lead = start === "" ? dose + after : `${start} ${dose}`;
  if (often.kind === "worn") return `${lead} ${wearing(random, style, often.hours)}`;
  if (often.kind === "split") {
    const night = one(style, often.night, form);
    const [morning, evening] = style.manner === "latin" ? ["mane", "nocte"] : ["in the morning", "at night"];
    return `${lead} ${morning} and ${night} ${evening}`;
  }
  const maximum = shape.cap === null ? "" : style.maximum(number(style, shape.cap), nounFor(style, form, shape.cap));
  const needed = shape.asNeeded ? ` ${random.pick(IF_NEEDED[style.manner])}` : "";
  return `${lead} ${frequency(random, style, shape)}${needed}${maximum}`;
};

const frequency = (random: Random, style: Style, { often, upTo }: Shape): string => {
  if (often.kind === "hours") return HOURS_BETWEEN[style.manner](often.least, often.most);
  if (often.kind === "at") {
    if (style.manner === "latin")
      return often.when === "night" ? random.pick(["nocte", "on"]) : random.pick(["mane", "om"]);
    return often.when === "night"
      ? random.pick(["at night", "at bedtime"])
      : random.pick(["in the morning", "every morning"]);
  }
  if (often.kind !== "times") return "";
  if (often.most === 2 && style.manner !== "latin" && !upTo && random.in10000(1000))
    return random.pick(["morning and night", "in the morning and at night", "morning and evening"]);
  const words = random.pick((A_DAY[often.most] ?? A_DAY[1]!)[style.manner]);
  return upTo ? `up to ${words}` : words;
};

const wearing = (random: Random, style: Style, hours: number): string => {
  if (hours === 168)
    return random.pick(
      style.manner === "latin"
        ? ["weekly", "every 7 days"]
        : ["every 7 days", "once a week", "weekly", "every seven days"],
    );
  if (hours === 84) return random.pick(["twice a week", "twice weekly"]);
  const days = hours / 24;
  const inHours = style.manner === "latin" ? `every ${hours} hrs` : `every ${hours} hours`;
  return random.pick([inHours, inHours, `every ${days} days`, `every ${named(days * 100)} days`]);
};

const number = (style: Style, value: Hundredths): string =>
  style.numbers === "figures" ? figure(value) : style.numbers === "named" ? named(value) : named(value).toUpperCase();

const nounFor = (style: Style, form: Form, value: Hundredths): string => {
  if (form === "ml") return "ml";
  if (style.units === "none") return form === "puff" ? ` ${value > 100 ? "puffs" : "puff"}` : "";
  return ` ${unitWord(form, style.units, value)}`;
};

/** "ONE", "1 tab", "5ml": a number with the unit where the style names it. Millilitres always do. */
const one = (style: Style, value: Hundredths, form: Form): string =>
  form === "ml"
    ? `${figure(value)}ml`
    : `${number(style, value)}${value === 50 && style.units !== "none" && style.numbers !== "figures" ? " a" : ""}${nounFor(style, form, value)}`;

const amount = (style: Style, { least, most }: Shape, form: Form): string => {
  if (least === most) return one(style, most, form);
  if (form === "ml")
    return style.joiner === "-"
      ? `${figure(least)}-${figure(most)}ml`
      : `${figure(least)}ml${style.joiner}${figure(most)}ml`;
  return `${number(style, least)}${style.joiner}${one(style, most, form)}`;
};
