import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // What the preload helper adds is a script of its own; nothing is written into the page itself (its policy forbids it).
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: ["chrome120", "firefox120", "safari17"],
  },
  // While working on the pages: a service on its usual port answers.
  server: { host: "127.0.0.1", proxy: { "/api": process.env["CONCORD_ADDRESS"] ?? "http://127.0.0.1:4100" } },
});
