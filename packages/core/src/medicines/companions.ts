import type { CompanionClass } from "./types.ts";

/**
 * Medicines watched beside an opioid, by name.
 * The facts give no list of codes for them, only the classes (MHRA20, MHRA-BZD, MHRA-GABA, MHRA-PREG, NALOX).
 * Which substances and UK brands belong to a class is general knowledge (BNF 4.1, 4.8 and 15.1.7); not checked against dm+d.
 */
const CLASSES: Readonly<Record<CompanionClass, Readonly<Record<string, string>>>> = {
  benzodiazepine: {
    alprazolam: "alprazolam xanax",
    chlordiazepoxide: "chlordiazepoxide librium tropium",
    clobazam: "clobazam frisium perizam tapclob zacco",
    clonazepam: "clonazepam rivotril klonopin",
    clorazepate: "clorazepate tranxene",
    diazepam: "diazepam valium dialar stesolid tensium rimapam diazemuls",
    estazolam: "estazolam",
    flunitrazepam: "flunitrazepam rohypnol",
    flurazepam: "flurazepam dalmane",
    loprazolam: "loprazolam",
    lorazepam: "lorazepam ativan",
    lormetazepam: "lormetazepam",
    midazolam: "midazolam buccolam epistatus hypnovel versed",
    nitrazepam: "nitrazepam mogadon somnite",
    oxazepam: "oxazepam",
    remimazolam: "remimazolam",
    temazepam: "temazepam restoril",
    triazolam: "triazolam halcion",
  },
  "z-drug": {
    eszopiclone: "eszopiclone lunesta",
    zaleplon: "zaleplon sonata",
    zolpidem: "zolpidem stilnoct ambien",
    zopiclone: "zopiclone zimovane zileze",
  },
  gabapentinoid: {
    gabapentin: "gabapentin neurontin gralise horizant",
    pregabalin: "pregabalin lyrica alzain axalid rewisca lecaent",
  },
  naloxone: {
    naloxone: "naloxone prenoxad nyxoid narcan minijetnaloxone",
  },
};

export interface Companion {
  readonly class: CompanionClass;
  readonly substance: string;
}

export const COMPANION_WORDS: ReadonlyMap<string, Companion> = new Map(
  (Object.entries(CLASSES) as [CompanionClass, Record<string, string>][]).flatMap(([name, substances]) =>
    Object.entries(substances).flatMap(([substance, words]) =>
      words.split(" ").map((word): [string, Companion] => [word, { class: name, substance }]),
    ),
  ),
);
