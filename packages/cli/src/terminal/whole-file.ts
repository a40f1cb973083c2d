import { closeSync, existsSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import process from "node:process";
import { WrongCall } from "../calling/command.ts";

const WHY: Readonly<Record<string, string>> = {
  ENOENT: "its folder is not there",
  ENOTDIR: "its folder is a file",
  EACCES: "no permission",
  EPERM: "no permission",
  EROFS: "the disk can only be read",
  ENOSPC: "the disk is full",
  EISDIR: "it is a folder",
};

const cannotWrite = (path: string, error: unknown): WrongCall => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return new WrongCall(`${path} cannot be written: ${WHY[code] ?? code}.`);
};

/** A file that is there whole or not at all. */
export interface WholeFile {
  write(text: string): void;
  discard(): void;
}

/** Opened before any work is done, so that a path that cannot be written is said at once; renamed when it is whole. */
export const openWhole = (path: string): WholeFile => {
  const there = existsSync(path);
  const stats = there ? statSync(path) : null;
  if (stats?.isDirectory() === true) throw cannotWrite(path, Object.assign(new Error(), { code: "EISDIR" }));
  // A pipe or a device is no file to be put in place of.
  const direct = stats !== null && !stats.isFile();
  const place = there ? realpathSync(path) : path;
  const beside = direct ? place : `${place}.part-${process.pid}`;
  let file: number;
  try {
    file = openSync(beside, "w");
  } catch (error) {
    throw cannotWrite(path, error);
  }
  const discard = (): void => {
    if (file >= 0) closeSync(file);
    file = -1;
    if (!direct) rmSync(beside, { force: true });
  };
  return {
    write: (text) => {
      try {
        writeFileSync(file, text);
        closeSync(file);
        file = -1;
        if (!direct) renameSync(beside, place);
      } catch (error) {
        discard();
        throw cannotWrite(path, error);
      }
    },
    discard,
  };
};
