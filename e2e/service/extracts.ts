const HEADER =
  "person,birth_year,sex,registered_date,issue_date,product_code,product_name,quantity,quantity_unit,directions,kind,prescriber,status";

/**
 * A few people whose doses are known by hand, named after whoever imports them: 1 takes 40 mg a day, raised from 20, and
 * a gabapentinoid; 2 and 3 each have a text that nobody can read in one way; a cancelled row and one without a date.
 */
export const extractOf = (who: string): string =>
  [
    HEADER,
    `${who}-1,1950,F,2001-02-03,2026-09-25,,Morphine 10mg modified-release tablets,56,tablet,one twice a day,repeat,Dr Ahmed,issued`,
    `${who}-1,1950,F,2001-02-03,2026-10-23,,Morphine 10mg modified-release tablets,112,tablet,two twice a day,repeat,Dr Bell,issued`,
    `${who}-1,1950,F,2001-02-03,2026-11-19,,Morphine 10mg modified-release tablets,112,tablet,two twice a day,repeat,Dr Bell,issued`,
    `${who}-1,1950,F,2001-02-03,2026-11-01,,Pregabalin 75mg capsules,56,capsule,one twice a day,repeat,Dr Ahmed,issued`,
    `${who}-2,1990,M,,2026-11-12,,Oxycodone 5mg capsules,56,capsule,one in the morning and increase slowly with ${who.toLowerCase()},repeat,Dr Bell,issued`,
    `${who}-3,1940,F,,2026-11-13,,Oxycodone 10mg capsules,56,capsule,one in the morning and increase slowly with the ${who.toLowerCase()} team,repeat,Dr Bell,issued`,
    `${who}-4,1970,F,,2026-11-05,,Codeine 30mg tablets,28,tablet,one daily,acute,Dr Bell,cancelled`,
    `${who}-5,1970,F,,,,Codeine 30mg tablets,28,tablet,one daily,acute,Dr Bell,issued`,
    "",
  ].join("\n");
