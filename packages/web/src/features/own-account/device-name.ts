const BROWSERS: readonly [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

const first = (of: readonly [RegExp, string][], text: string): string | null =>
  of.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** What a browser calls itself, as its owner would call it; null where nothing of it is known. */
export const deviceName = (
  userAgent: string,
): { readonly browser: string | null; readonly system: string | null } | null => {
  const found = { browser: first(BROWSERS, userAgent), system: first(SYSTEMS, userAgent) };
  return found.browser === null && found.system === null ? null : found;
};
