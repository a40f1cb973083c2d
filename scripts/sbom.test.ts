import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { billOfMaterials, type BillOfMaterials } from "./sbom.ts";

const root = join(import.meta.dirname, "..");

interface Locked {
  readonly version?: string;
  readonly link?: boolean;
}

/** Every package of the lockfile that lies on the disk, by name and version. */
const installed = (): readonly string[] => {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Readonly<Record<string, Locked>>;
  };
  return Object.entries(packages).flatMap(([path, { version, link }]) => {
    const name = /.*node_modules\/(.+)$/.exec(path)?.[1];
    if (name === undefined || link === true || !existsSync(join(root, path, "package.json"))) return [];
    return [`${name}@${String(version)}`];
  });
};

/** Parts of the product itself, which no registry has. */
const OWN = /^pkg:npm\/%40concord\//;

describe("the bill of materials", () => {
  let bill: BillOfMaterials;
  beforeAll(() => {
    bill = billOfMaterials();
  });

  it("is CycloneDX, of this product", () => {
    expect(bill).toMatchObject({ bomFormat: "CycloneDX", metadata: { component: { name: "concord-service" } } });
  });

  it("has every package that is installed", () => {
    const named = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
    const wanted = installed();
    expect(wanted.length).toBeGreaterThan(100);
    expect(wanted.filter((it) => !named.has(it))).toEqual([]);
  });

  it("names a licence of each, and a hash of each that came from a registry", () => {
    expect(bill.components.filter(({ licenses = [] }) => licenses.length === 0).map(({ name }) => name)).toEqual([]);
    // The program of Node itself is put in place by its package, which the lockfile has with its hash.
    const locked = new Set(installed());
    const without = bill.components.filter(
      ({ name, version, purl, hashes = [] }) =>
        hashes.length === 0 && !OWN.test(purl) && locked.has(`${name}@${version}`),
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });
});
