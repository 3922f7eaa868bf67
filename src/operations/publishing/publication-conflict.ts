import type { EditionHead } from '../../core/edition/index.ts'
import { OperationRefused } from '../refused.ts'

/**
 * 23505 unique_violation: the number was taken, which Payload tells as an invalid `policy, number`;
 * 40001 serialization_failure; 40P01 deadlock_detected.
 */
export function isLostRace(error: unknown): boolean {
  const { code, cause, data } = (error ?? {}) as {
    code?: string
    cause?: { code?: string }
    data?: { errors?: readonly { path?: string }[] }
  }
  if (['23505', '40001', '40P01'].includes(code ?? cause?.code ?? '')) return true
  return data?.errors?.some(({ path }) => path?.startsWith('policy, ')) ?? false
}

/** Somebody else published what the publisher had not seen: which editions, in words and for programs. */
export function conflict(editions: readonly EditionHead[]): OperationRefused {
  if (editions.length === 0)
    return new OperationRefused('conflict', {
      ja: 'ほかの人が同時にこのポリシーを保存したため、公表しませんでした。内容を確かめてから、もう一度公表してください。',
      en: 'Somebody else saved this policy at the same moment, so nothing was published. Look at it, then publish again.',
    })
  const list = (join: string, item: (edition: EditionHead) => string) =>
    editions.map(item).join(join)
  return new OperationRefused(
    'conflict',
    {
      ja: `ほかの人が先に公表したため、公表しませんでした（${list('、', ({ number, effectiveFrom, sha256 }) => `第${number}版、${effectiveFrom} 施行、ハッシュ値 ${sha256.slice(0, 12)}`)}）。その版を確かめてから、もう一度公表してください。`,
      en: `Somebody else published first, so nothing was published here (${list('; ', ({ number, effectiveFrom, sha256 }) => `edition ${number}, in force from ${effectiveFrom}, hash ${sha256.slice(0, 12)}`)}). Look at it, then publish again.`,
    },
    editions.map(({ number, kind, effectiveFrom, recordedAt, sha256 }) => ({
      number,
      kind,
      effectiveFrom,
      recordedAt,
      sha256,
    })),
  )
}

export function keyReused(key: string, { number, effectiveFrom }: EditionHead): OperationRefused {
  return new OperationRefused('idempotency-key-reused', {
    ja: `重複防止キー「${key}」は、別の内容の公表（第${number}版、${effectiveFrom} 施行）に使われています。内容が違うときは、新しいキーを使ってください。`,
    en: `The idempotency key \`${key}\` belongs to another request, which published edition ${number} (in force from ${effectiveFrom}). Take a new key for other contents.`,
  })
}
