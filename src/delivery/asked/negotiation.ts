/**
 * The offer that an `Accept` header likes best (RFC 9110 12.5.1), the first of equals; null when it refuses them all.
 * Without a header, the first.
 */
export function negotiateFormat<T extends { readonly mediaType: string }>(
  accept: string | undefined,
  offers: readonly T[],
): T | null {
  if (accept === undefined || accept.trim() === '') return offers[0] ?? null
  const ranges = preferences(accept)
  const quality = (offer: T): number => {
    const [full = ''] = offer.mediaType.split(';')
    const names = [full, full.replace(/\/.*/, '/*'), '*/*']
    for (const name of names) {
      const range = ranges.find(({ value }) => value === name)
      if (range) return range.quality
    }
    return 0
  }
  return best(offers, quality)
}

/**
 * The language that an `Accept-Language` header likes best, by look-up (RFC 4647 3.4: `ja-JP` finds `ja`); null when
 * it names none of them.
 */
export function negotiateLanguage(
  accept: string | undefined,
  languages: readonly string[],
): string | null {
  if (accept === undefined) return null
  const ranges = preferences(accept)
  const quality = (language: string): number => {
    const own = language.toLowerCase()
    const range = ranges
      .filter(
        ({ value }) => value === own || value.startsWith(`${own}-`) || own.startsWith(`${value}-`),
      )
      .sort((a, b) => b.quality - a.quality)[0]
    return range?.quality ?? 0
  }
  return best(languages, quality)
}

type Preference = { readonly value: string; readonly quality: number }

function preferences(header: string): readonly Preference[] {
  return header
    .split(',')
    .map((item): Preference => {
      const [value = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase())
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
      const quality = weight === undefined ? 1 : Number(weight)
      return { value, quality: quality >= 0 && quality <= 1 ? quality : 0 }
    })
    .filter(({ value }) => value !== '')
}

function best<T>(offers: readonly T[], quality: (offer: T) => number): T | null {
  let chosen: T | null = null
  let highest = 0
  for (const offer of offers) {
    const its = quality(offer)
    if (its > highest) [chosen, highest] = [offer, its]
  }
  return chosen
}
