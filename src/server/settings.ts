import { Refusal } from '../platform/refusal.ts'

type Variables = { readonly [name: string]: string | undefined }

/** What differs between machines in how the set-up serves; `.env.example` explains each to operators. */
export type ServerSettings = {
  readonly host: string | undefined
  /** Where people reach it, as `https://privacy.example.jp`; without it, any address will do. */
  readonly publicUrl: URL | undefined
  /** Origins whose scripts may read the API; `*` for every one. No cookie is ever honoured across origins. */
  readonly corsOrigins: '*' | readonly string[]
  /** How many proxies stand in front; their X-Forwarded headers are believed. */
  readonly trustedProxies: number
  readonly bodyLimit: number
  readonly adminEmail: string
  readonly adminPassword: string | undefined
}

export function settingsFrom(variables: Variables): ServerSettings {
  return {
    host: variables.HOST || undefined,
    publicUrl: variables.PUBLIC_URL ? publicUrlFrom(variables.PUBLIC_URL) : undefined,
    corsOrigins: originsFrom(variables.CORS_ORIGINS || '*'),
    trustedProxies: countFrom('TRUSTED_PROXIES', variables.TRUSTED_PROXIES || '0'),
    bodyLimit: countFrom('BODY_LIMIT_MB', variables.BODY_LIMIT_MB || '5') * 1024 * 1024,
    adminEmail: variables.ADMIN_EMAIL || 'admin@example.com',
    adminPassword: variables.ADMIN_PASSWORD || undefined,
  }
}

function publicUrlFrom(value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.origin === value.replace(/\/$/, '')) return url
  throw new Refusal({
    en: `PUBLIC_URL is "${value}". Write it as scheme and host, without a path: https://privacy.example.jp`,
    ja: `PUBLIC_URL の値「${value}」を読めません。https://privacy.example.jp のように、パスを付けずに書いてください。`,
  })
}

function originsFrom(value: string): '*' | readonly string[] {
  if (value === '*') return '*'
  return value.split(',').map((origin) => {
    const trimmed = origin.trim()
    if (URL.canParse(trimmed) && new URL(trimmed).origin === trimmed) return trimmed
    throw new Refusal({
      en: `CORS_ORIGINS holds "${trimmed}". Write * or origins separated by commas: https://www.example.jp,https://shop.example.jp`,
      ja: `CORS_ORIGINS の「${trimmed}」を読めません。* か、https://www.example.jp,https://shop.example.jp のようにカンマ区切りで書いてください。`,
    })
  })
}

function countFrom(name: string, value: string): number {
  if (/^\d{1,4}$/.test(value)) return Number(value)
  throw new Refusal({
    en: `${name} is "${value}". Write a whole number.`,
    ja: `${name} の値「${value}」を読めません。整数を書いてください。`,
  })
}
