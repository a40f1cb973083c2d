const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (it) => ESCAPED[it]!);

/**
 * A page that moves on to an address of this service. A redirect in its place would be one from the provider still, and
 * browsers would leave out the cookie of the session.
 */
export const movingOnPage = (to: string): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Signing in</title>
<meta http-equiv="refresh" content="0;url=${escaped(to)}">
</head>
<body><p><a href="${escaped(to)}">Go on</a></p></body>
</html>
`;
