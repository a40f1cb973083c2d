// npm run sbom: writes out/concord-VERSION.cdx.json, every package that is installed, with its licence and hash, as
// CycloneDX. npm itself reckons it from what is installed and asks no network.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

const root = join(import.meta.dirname, "..");

export interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses?: readonly unknown[];
  readonly hashes?: readonly unknown[];
}

export interface BillOfMaterials {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
}

const npm = (): readonly [file: string, ...args: readonly string[]] => {
  const cli = process.env["npm_execpath"];
  return cli?.endsWith(".js") === true ? [process.env["npm_node_execpath"] ?? process.execPath, cli] : ["npm"];
};

/** What npm says is installed; throws, with npm's words, where it does not say. */
export const billOfMaterials = (): BillOfMaterials => {
  const [file, ...args] = npm();
  const { status, stdout, stderr } = spawnSync(file, [...args, "sbom", "--sbom-format=cyclonedx", "--offline"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm sbom did not work (it needs npm 9.8 or later): ${stderr}`);
  const said = JSON.parse(stdout) as BillOfMaterials;
  const { name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { name: string };
  // npm takes the name of the folder.
  return { ...said, metadata: { ...said.metadata, component: { ...said.metadata.component, name } } };
};

if (import.meta.main) {
  const bill = billOfMaterials();
  const path = join(root, "out", `concord-${bill.metadata.component.version}.cdx.json`);
  mkdirSync(join(root, "out"), { recursive: true });
  writeFileSync(path, `${JSON.stringify(bill, null, 2)}\n`);
  console.log(`${bill.components.length} packages: ${path}`);
}
