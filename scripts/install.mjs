// Brings node_modules in line with package-lock.json. Plain JavaScript without dependencies, since it runs before
// anything is installed, on whatever Node the machine has.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The Node that the lockfile pins; every command of the project runs on it. */
const pinnedNode = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");

const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

/** npm writes node_modules/.package-lock.json last, so an install that was cut short does not look whole. */
const isInstalled = () => {
  const written = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(written) || !existsSync(pinnedNode)) return false;
  const installed = packagesOf(written);
  return Object.entries(packagesOf(join(root, "package-lock.json"))).every(([path, wanted]) => {
    if (!path.startsWith("node_modules/") || wanted.optional || wanted.devOptional || wanted.peer) return true;
    return wanted.link ? path in installed : installed[path]?.version === wanted.version;
  });
};

/** Under npm the machine's own Node runs npm; the pinned one is about to be replaced. */
const npm = () => {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith(".js")) return { file: process.env.npm_node_execpath ?? process.execPath, args: [cli] };
  return { file: "npm", args: [] };
};

/**
 * Installs exactly what the lockfile says, where it is not there yet; says so on standard error.
 * Ends the process with npm's own exit code where npm fails.
 */
export const ensureInstalled = () => {
  if (isInstalled()) return;
  console.error("Installing what package-lock.json lists ...");
  const { file, args } = npm();
  const done = spawnSync(file, [...args, "ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    // What npm says goes to standard error, so that standard output belongs to the command itself.
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (done.status === 0 && isInstalled()) return;
  if (done.error) console.error(done.error.message);
  console.error("The packages could not be installed; is the npm registry within reach?");
  process.exit(done.status || 1);
};

/** Runs a file of the project on the pinned Node and ends with its exit code. */
export const runOnPinnedNode = (script, args = []) => {
  const done = spawnSync(pinnedNode, [join(root, script), ...args], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (done.error) console.error(done.error.message);
  process.exit(done.status ?? 1);
};

/**
 * The same for a program that runs until it is told to end: signals that reach this process are passed on to it, and
 * this process ends when it has.
 */
export const stayWithPinnedNode = (script, args = []) => {
  const child = spawn(pinnedNode, [join(root, script), ...args], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // npm tells the shell that it runs scripts in, and that shell ends without telling anyone.
  const parent = process.ppid;
  const orphaned = () => process.ppid !== parent && child.kill("SIGTERM");
  if (process.env.npm_lifecycle_event !== undefined) setInterval(orphaned, 500).unref();
  child.on("error", (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.on("exit", (code) => process.exit(code ?? 1));
};

/** Runs a program of the project on the pinned Node; its exit code. What it says goes to standard error. */
export const tryOnPinnedNode = (script, args = []) =>
  spawnSync(pinnedNode, [join(root, script), ...args], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  }).status ?? 1;
