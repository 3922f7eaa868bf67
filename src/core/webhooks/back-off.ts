/** Seconds from a failed attempt to the next, as Standard Webhooks suggests: from at once to a day, about three days in all. */
const pauses = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]

/**
 * When to try again after so many failed attempts; null when it is time to give up. `chance` (0 to 1) spreads
 * receivers that failed at the same moment over a tenth of the pause.
 */
export function nextTry(failed: number, now: Date, chance: number): Date | null {
  const { [failed - 1]: pause } = pauses
  return pause === undefined ? null : new Date(now.getTime() + pause * (1 + chance / 10) * 1000)
}
