/** When a session ends by itself, in minutes. */
export interface SessionLimits {
  readonly idleMinutes: number;
  readonly mostMinutes: number;
}

/** A break is not an end; a day's work is. OWASP ASVS 5, 7.3: both limits stand in docs/how-to/deploy.md. */
export const SESSION_LIMITS: SessionLimits = { idleMinutes: 30, mostMinutes: 12 * 60 };

const MINUTE = 60_000;

/** Whether a session still holds. A clock that was moved back makes nobody's session longer than its limits by more than that. */
export const holds = (
  { startedAt, seenAt }: { readonly startedAt: number; readonly seenAt: number },
  now: number,
  { idleMinutes, mostMinutes }: SessionLimits,
): boolean => now - seenAt < idleMinutes * MINUTE && now - startedAt < mostMinutes * MINUTE;
