/** Where somebody wanted to go, where that is one of these pages; home where it is not. */
export const whereTo = (wanted: unknown): string => {
  if (typeof wanted !== "string" || !wanted.startsWith("/") || /^\/[/\\]/.test(wanted)) return "/";
  // Browsers leave out tabs and ends of line, and take what remains for an address.
  if ([...wanted].some((sign) => sign < " ")) return "/";
  return /^\/(sign-in|take-up|api)(\/|\?|$)/.test(wanted) ? "/" : wanted;
};
