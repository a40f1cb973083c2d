// Loaded before a measured program: leaves what the program used in the file that CONCORD_BENCH_USAGE names.
import { writeFileSync } from "node:fs";
import process from "node:process";

process.on("exit", () => {
  const file = process.env["CONCORD_BENCH_USAGE"];
  if (file !== undefined) writeFileSync(file, JSON.stringify(process.resourceUsage()));
});
