// What the register over HTTP is measured against: the same framework, compressing the same way, answers JSON of the
// same size that it has in memory. Prints its address.
//   node bench/bare-json-server.ts ANSWER.json
import { readFileSync } from "node:fs";
import process from "node:process";
import { constants } from "node:zlib";
import compress from "@fastify/compress";
import fastify from "fastify";

const file = process.argv[2];
if (file === undefined) throw new Error("which answer?");
const answer: unknown = JSON.parse(readFileSync(file, "utf8"));

const server = fastify();
await server.register(compress, {
  global: true,
  threshold: 1024,
  encodings: ["br", "gzip"],
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
});
server.setSerializerCompiler(() => (data) => JSON.stringify(data));
server.get("/", () => answer);
console.log(await server.listen({ host: "127.0.0.1", port: 0 }));
process.on("SIGTERM", () => process.exit(0));
