// Whether the service at the address given answers, for whoever watches it: exits with 0 where it does, else with 1.
// It asks this machine by its own name: the certificate is for another, and is not looked at.
import { get as plainGet } from "node:http";
import { get as tlsGet } from "node:https";

const url = new URL("/api/health", process.argv[2] ?? "http://127.0.0.1:4100");
const get = url.protocol === "https:" ? tlsGet : plainGet;
const end = (healthy) => process.exit(healthy ? 0 : 1);
get(url, { rejectUnauthorized: false, timeout: 4000, headers: { host: "localhost" } }, ({ statusCode }) =>
  end(statusCode === 200),
)
  .on("timeout", () => end(false))
  .on("error", () => end(false));
