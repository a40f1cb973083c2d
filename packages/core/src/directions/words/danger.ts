/**
 * Words that can change a dose. Where one is left over after reading, the text is refused: a dose next to
 * a word such as "reduce" or "instead" is not certain.
 */
export const DANGER: ReadonlySet<string> = new Set(
  `increase increased increases increasing reduce reduced reduces reducing reduction decrease decreased decreasing titrate titrated titrating titration wean weaning taper tapering
  tapered adjust adjusted adjusting variable varying vary sliding depending according stop stopped stopping cease discontinue discontinued withhold hold omit omitted omitting skip skipping miss missed missing
  except excluding unless instead rather alternate alternating alternately alternatively alternative not no never don't dont without half quarter third double doubled doubling triple halve halved
  extra additional another further more less fewer than least most minimum min maximum max exceed exceeding between every each per other both either or if when while before then else next
  occasional occasionally sometimes usually often mostly normally none nothing previously formerly was were old-dose until-told cancelled cancel void duplicate error wrong ignore disregard switch switched swap convert converted convertion conversion start starting started begin initially initial
  loading maintenance-dose restart resume repeat repeated repeats again second first last final remaining rest week weeks day days month months hour hours minute minutes year years
  weekly daily hourly monthly fortnightly fortnight times time once twice thrice all some few several many any enough couple dozen pair zero kg kilo kilogram kilograms kilos percent strength strengths
  step steps up down upto above below over dose doses dosage divided dividing split splitting off break free-interval interval intervals minutes mins min hrs hr am pm unchanged unsure unknown
  query ? tbc tba confirm confirmed confirming trial tolerated tolerate tolerance bed night morning semi bi tri od bd tds qds prn nocte mane alternatedays alt`
    .trim()
    .split(/\s+/),
);
