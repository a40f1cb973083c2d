// What the FHIR benchmark is measured against: each line of a file through JSON.parse, and nothing else.
import { openSync, readSync, closeSync } from "node:fs";
import process from "node:process";

const file = process.argv[2];
if (file === undefined) throw new Error("which file?");

const handle = openSync(file, "r");
const buffer = Buffer.allocUnsafe(1 << 20);
let rest = Buffer.alloc(0);
let entries = 0;
for (let length = readSync(handle, buffer); length > 0; length = readSync(handle, buffer)) {
  const piece = Buffer.concat([rest, buffer.subarray(0, length)]);
  let from = 0;
  for (let end = piece.indexOf(10, from); end !== -1; end = piece.indexOf(10, from)) {
    const { entry } = JSON.parse(piece.toString("utf8", from, end)) as { entry: readonly object[] };
    entries += entry.length;
    from = end + 1;
  }
  rest = piece.subarray(from);
}
closeSync(handle);
console.log(entries);
