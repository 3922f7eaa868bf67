import type { ExternalService } from '../document.ts'
import { fold } from '../fold.ts'
import { entityKind, latinEntity } from './contact-lines.ts'
import type { Context } from './context.ts'
import type { Span } from './phrases.ts'

const offered =
  /(?:が|の)提供する(?:「|『)?([A-Za-z0-9\p{Script=Katakana}\p{Script=Han}ー・ .+-]{2,60}?)(?:」|』)?(?=\(|（|を(?:利用|使用|導入)|等?の(?:サービス|ツール)|に(?:より|よる)|、)/u

/** A service that data is sent to, where the text says whose it is: A社が提供するBを利用しています. */
export function serviceSpans(text: string, context: Context): Span[] {
  if (
    !['cookies', 'relatedInformation', 'acquisition', 'other', 'thirdPartyProvision'].includes(
      context.kind,
    )
  )
    return []
  const plain = fold(text)
  const match = offered.exec(plain)
  const name = match?.[1]
  if (!match || !name || /^(?:サービス|商品|情報|製品|機能|広告)/u.test(name)) return []
  const provider = providerBefore(plain.slice(0, match.index), text)
  if (provider === null) return []
  const start = match.index + match[0].indexOf(name, 5)
  const service = text.slice(start, start + name.length)
  const node: ExternalService = { type: 'externalService', service, provider, text: service }
  return [{ start, end: start + service.length, node, weight: 65 }]
}

function providerBefore(before: string, text: string): string | null {
  const words = /[^、。は()「」]*$/u.exec(before)
  const name = words?.[0].trim() ?? ''
  if (name === '' || name.length > 60 || !words) return null
  if (!entityKind.test(name) && !latinEntity.test(name) && !/社$/u.test(name)) return null
  if (/当社|弊社|自社|他社/u.test(name)) return null
  const start = before.length - words[0].trimStart().length
  return text.slice(start, start + name.length)
}
