/** Which package may import which, as ARCHITECTURE.md says: core <- exchange <- applications; core alone. */
export interface Import {
  readonly from: string;
  /** As written. */
  readonly specifier: string;
  /** The file of the project that it leads to; null for a package or a part of Node. */
  readonly to: string | null;
}

interface Place {
  readonly folder: string;
  readonly name: string;
  readonly mayImport: readonly string[];
}

const PLACES: readonly Place[] = [
  { folder: "packages/core/", name: "@concord/core", mayImport: [] },
  { folder: "packages/exchange/", name: "@concord/exchange", mayImport: ["@concord/core"] },
  { folder: "twin/", name: "@concord/twin", mayImport: ["@concord/core"] },
  { folder: "packages/cli/", name: "@concord/cli", mayImport: ["@concord/core", "@concord/exchange", "@concord/twin"] },
  {
    folder: "packages/server/",
    name: "@concord/server",
    mayImport: ["@concord/core", "@concord/exchange", "@concord/twin"],
  },
  { folder: "packages/web/", name: "@concord/web", mayImport: ["@concord/core", "@concord/exchange"] },
  { folder: "packages/population/", name: "@concord/population", mayImport: ["@concord/core", "@concord/exchange"] },
];

/** Further doors of a package: exchange has one for the shapes that travel between the service and its pages. */
const SIDE_DOORS: Readonly<Record<string, string>> = {
  "@concord/exchange/api": "@concord/exchange",
  "@concord/exchange/audit": "@concord/exchange",
};

const FEATURE = /^packages\/web\/src\/features\/([^/]+)\//;

const TEST = /\.(?:test|mutation|arbitrary|fixture|naive|say)\.ts$/;
const TEST_TOOLS = new Set(["vitest", "fast-check"]);

const placeOf = (file: string): Place | undefined => PLACES.find(({ folder }) => file.startsWith(folder));

const problemInCore = ({ from, specifier, to }: Import): string | null => {
  if (to !== null) return null;
  const isTest = TEST.test(from);
  if (isTest && (TEST_TOOLS.has(specifier) || specifier.startsWith("node:"))) return null;
  return `${from} imports "${specifier}": the core imports nothing from outside itself`;
};

/** What is wrong with one import; null where nothing is. */
export const problemOfImport = (one: Import): string | null => {
  const { from, specifier, to } = one;
  const place = placeOf(from);
  const feature = FEATURE.exec(from)?.[1];
  const ofFeature = to === null ? undefined : FEATURE.exec(to)?.[1];
  if (feature !== undefined && ofFeature !== undefined && ofFeature !== feature)
    return `${from} imports "${specifier}": a feature imports no other feature`;
  if (specifier.startsWith("@concord/")) {
    const entered = SIDE_DOORS[specifier] ?? specifier;
    if (!PLACES.some(({ name }) => name === entered))
      return `${from} imports "${specifier}": a package is entered through its one door, its name alone`;
    if (place === undefined || place.mayImport.includes(entered)) return null;
    return `${from} imports "${specifier}": ${place.name} may import ${place.mayImport.join(", ") || "no other package"}`;
  }
  // What several packages' tests share, such as the browser, lies in e2e/.
  if (TEST.test(from) && to?.startsWith("e2e/")) return null;
  if (place !== undefined && to !== null && !to.startsWith(place.folder))
    return `${from} imports "${specifier}": another package is imported by its name, not by a path`;
  if (to?.endsWith("/src/index.ts") && place !== undefined)
    return `${from} imports "${specifier}": inside a package a file is imported itself, not the package's door`;
  return place?.folder === "packages/core/" ? problemInCore(one) : null;
};
