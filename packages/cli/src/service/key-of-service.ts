import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Services that run from this folder leave their keys here, one for each port, for their own account alone. */
const RUNNING = join(import.meta.dirname, "..", "..", "..", "..", "out", "running");

const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);

export interface ServiceHere {
  readonly key: string;
  readonly dataFolder: string;
}

/** The key, the origin under which people open that service, and where its data is. */
const linesOf = (path: string): readonly string[] => readFileSync(path, "utf8").split("\n");

const pathOf = ({ origin, hostname, port, protocol }: URL, folder: string): string | null => {
  if (LOOPBACK.has(hostname)) return join(folder, `${port || (protocol === "https:" ? "443" : "80")}.key`);
  if (protocol !== "https:") return null;
  const files = readdirSync(folder).filter((name) => name.endsWith(".key"));
  return files.map((name) => join(folder, name)).find((path) => linesOf(path)[1] === origin) ?? null;
};

/**
 * The service of this machine at this address; null where it runs elsewhere or as somebody else. Its key is shown to this
 * machine, or to the name that the service itself has written down, and to nobody else.
 */
export const serviceHere = (address: URL, folder = RUNNING): ServiceHere | null => {
  try {
    const path = pathOf(address, folder);
    if (path === null) return null;
    const [key = "", , dataFolder = ""] = linesOf(path);
    return { key, dataFolder };
  } catch {
    return null;
  }
};
