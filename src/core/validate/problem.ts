import type { Words } from '../words.ts'

/** Says what is wrong with a value and how to put it right; null when nothing is. */
export type Validator<T = string> = (value: T) => Words | null

/**
 * The value as it is compared, never as it is stored: full-width forms as half-width ones (NFKC), every sign that
 * Japanese texts use as a hyphen as `-`.
 */
export function comparable(value: string): string {
  return value
    .normalize('NFKC')
    .replaceAll(/[‐‑‒–—―−ー─]/g, '-')
    .trim()
}
