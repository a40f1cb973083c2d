import type { FileNotRead } from "../account/types.ts";
import type { FoundFile } from "./find-files.ts";

/**
 * A file met in a folder beside the same file compressed (`practice.csv` and `practice.csv.gz`): one of them is a copy, and
 * reading both would double every dose. The compressed one is listed as not read. A file that is named itself is
 * always read.
 */
export const withoutZippedCopies = (files: readonly FoundFile[]): { read: FoundFile[]; notRead: FileNotRead[] } => {
  const paths = new Set(files.map(({ path }) => path));
  const isCopy = ({ path, named }: FoundFile): boolean =>
    !named && /\.gz$/i.test(path) && paths.has(path.slice(0, -".gz".length));
  return {
    read: files.filter((file) => !isCopy(file)),
    notRead: files.filter(isCopy).map(({ path }) => ({
      file: path,
      why: "the same file lies beside it uncompressed, and the same records would count twice; name this file to read it",
    })),
  };
};
