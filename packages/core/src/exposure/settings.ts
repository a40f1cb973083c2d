/** Every choice of the reckoning that no record states. All are arguments; docs/method.md gives each its reason. */
export interface ExposureSettings {
  /**
   * Length of the trailing window of the supplied dose, in days. 90: long enough to hold three supplies of a month, so
   * that one early or late collection does not swing the figure.
   */
  readonly supplyWindowDays: number;
  /**
   * Days for which an instruction stays current after its supply ran out. 28: one usual supply, so that a late
   * collection or sparing use of an as-needed medicine does not look like a stop. It ends at once when anything of
   * the same substance and release is issued later.
   */
  readonly graceDays: number;
  /** Days that a supply is taken to last where neither its quantity nor a stated length tells. 28: the usual UK supply. */
  readonly missingQuantityDays: number;
  /** Most days of unused supply that carry over from one issue of a medicine to its next. 28: one usual supply. */
  readonly stockpileCapDays: number;
  /** Days without a current instruction, more than which start a new episode. 90: the length of the supply window. */
  readonly episodeGapDays: number;
  /** Least days for which a medicine recorded elsewhere counts as recent. 90: such entries are seldom dated again. */
  readonly elsewhereDays: number;
  /**
   * What a later issue of the same medicine does to the instruction before it. "replace": it takes over from its day.
   * "add": each issue runs to its own end, which counts early issues twice; kept for comparison.
   */
  readonly overlap: "replace" | "add";
}

export const EXPOSURE_DEFAULTS: ExposureSettings = {
  supplyWindowDays: 90,
  graceDays: 28,
  missingQuantityDays: 28,
  stockpileCapDays: 28,
  episodeGapDays: 90,
  elsewhereDays: 90,
  overlap: "replace",
};

/** The defaults with some of them changed. Throws a RangeError for a length that is no whole number of days: a bug. */
export const exposureSettings = (changed?: Partial<ExposureSettings>): ExposureSettings => {
  if (changed === undefined || changed === EXPOSURE_DEFAULTS) return EXPOSURE_DEFAULTS;
  const settings = { ...EXPOSURE_DEFAULTS, ...changed };
  for (const [name, value] of Object.entries(settings))
    if (typeof value === "number" && (!Number.isSafeInteger(value) || value < 0))
      throw new RangeError(`${name} is no whole number of days: ${value}`);
  if (settings.supplyWindowDays === 0) throw new RangeError("supplyWindowDays is 0");
  return settings;
};
