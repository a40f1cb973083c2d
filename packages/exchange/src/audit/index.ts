/** The door to the log of accesses: to write it down, read what was written down and prove it. */
export { auditText } from "./audit-text.ts";
export { proveLog } from "./prove-log.ts";
export { readAnchors } from "./read-anchors.ts";
