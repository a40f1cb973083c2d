/**
 * Nothing is loaded from elsewhere, nothing runs that is not a file of the service, and no text becomes markup or
 * script: the browser refuses it to the pages themselves (Trusted Types).
 */
const POLICY = [
  "default-src 'none'",
  "base-uri 'none'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "img-src 'self' data:",
  "manifest-src 'self'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "script-src 'self'",
  "style-src 'self'",
  "trusted-types 'none'",
];

const NOT_USED = [
  "accelerometer",
  "autoplay",
  "bluetooth",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "screen-wake-lock",
  "serial",
  "usb",
];

const A_YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * Sent with every answer. A service with a name of its own tells browsers to come over HTTPS alone, there and at names
 * beneath it.
 */
export const securityHeaders = (publicUrl: string | null): Readonly<Record<string, string>> => ({
  "content-security-policy": POLICY.join("; "),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "permissions-policy": NOT_USED.map((name) => `${name}=()`).join(", "),
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  ...(publicUrl === null ? {} : { "strict-transport-security": `max-age=${A_YEAR_SECONDS}; includeSubDomains` }),
});

/** What holds people's records is kept by no browser and no proxy. */
export const NOT_STORED = "no-store";
