import { InvalidArgumentError } from 'commander'
import { say } from '../language.ts'

/** `KEY=REASON`; a key holds no `=`. The example shows one. */
export function keyAndReason(
  text: string,
  example: { readonly ja: string; readonly en: string },
): { readonly key: string; readonly reason: string } {
  const at = text.indexOf('=')
  if (at < 1)
    throw new InvalidArgumentError(
      say({
        ja: `「鍵=理由」の形で指定してください（例: ${example.ja}）。`,
        en: `Give it as KEY=REASON, such as ${example.en}.`,
      }),
    )
  return { key: text.slice(0, at), reason: text.slice(at + 1) }
}
