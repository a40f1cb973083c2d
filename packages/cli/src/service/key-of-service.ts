import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Services that run from this folder leave their keys here, one for each port, for their own account alone. */
const RUNNING = join(import.meta.dirname, "..", "..", "..", "..", "out", "running");

const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);

/** The key, and the origin under which people open that service. */
const linesOf = (path: string): readonly string[] => readFileSync(path, "utf8").split("\n");

/**
 * The key of the service at this address; null where it runs elsewhere or as somebody else. It is shown to this machine,
 * or to the name that the service itself has written down, and to nobody else.
 */
export const keyFor = ({ origin, hostname, port, protocol }: URL, folder = RUNNING): string | null => {
  try {
    if (LOOPBACK.has(hostname))
      return linesOf(join(folder, `${port || (protocol === "https:" ? "443" : "80")}.key`))[0] ?? null;
    if (protocol !== "https:") return null;
    const files = readdirSync(folder).filter((name) => name.endsWith(".key"));
    const found = files.map((name) => linesOf(join(folder, name))).find(([, of]) => of === origin);
    return found?.[0] ?? null;
  } catch {
    return null;
  }
};
