import type { Fee, ProcedureItem, ProcedureRole } from '../document.ts'
import { fold, key } from '../fold.ts'
import { readDigits } from '../numerals.ts'
import { type Context, nearest } from './context.ts'
import type { Span } from './phrases.ts'
import { sentencesOf } from './sentences.ts'

/** What a list in a section on requests holds (37条): kinds of request, papers, ways to answer; null if none of these. */
export function procedureRoleOf(context: Context): ProcedureRole | null {
  if (context.kind !== 'procedure' && context.kind !== 'disclosure') return null
  const lead = key(context.lead)
  const role = roleIn(lead)
  return role ?? (lead === '' ? roleIn(nearest(context)) : null)
}

function roleIn(text: string): ProcedureRole | null {
  if (
    /代理/u.test(text) &&
    /書類|証明|委任状|必要なもの/u.test(text) &&
    !/^.*本人及び代理人本人/u.test(text)
  )
    return 'agentDocument'
  if (
    /本人[^。]*(?:書類|証明)|本人確認|身分証|必要(?:な)?書類|(?:以下|次)の書類|必要なもの/u.test(
      text,
    )
  )
    return 'identityDocument'
  if (/(?:回答|通知|連絡|送付|結果)[^。]*(?:方法|選択)|方法[^。]*(?:回答|連絡|通知)/u.test(text))
    return 'responseMethod'
  if (
    /(?:請求|求め)(?:の対象|の種類|できる|することができ|の内容)|(?:次|以下)の(?:ご?請求|求め)/u.test(
      text,
    )
  )
    return 'requestType'
  return null
}

export function procedureItem(text: string, role: ProcedureRole): ProcedureItem {
  return { type: 'procedureItem', role, text }
}

/* Fees (38条). */

const amount =
  /([0-9][0-9,]{0,10}|[0-9]{1,4}) ?円(?: ?\((?:税[^()]{1,12}|消費税[^()]{1,12}|内税|外税)\))?/gu
const requests = [
  '利用目的の通知',
  '第三者提供記録の開示',
  '開示',
  '訂正',
  '追加',
  '削除',
  '利用停止',
  '利用の停止',
  '消去',
] as const

/** 開示の求め1件につき300円（税込）を申し受けます: a fee, though nothing calls it one. */
const isPaid =
  /(?:につき|あたり|当たり|ごとに|毎に)[^。]{0,40}円|円[^。]{0,40}(?:申し受け|ご?負担|頂戴|支払|徴収|納付)/u

/** The fees that a text states. What they apply to is said beside them, or in what leads to them. */
export function feeSpans(text: string, context: Context): Span[] {
  const plain = fold(text)
  if (!plain.includes('円')) return []
  if (
    !/手数料|費用|料金|実費/u.test(plain + context.lead + nearest(context)) &&
    !(isPaid.test(plain) && appliesTo(key(plain)))
  )
    return []
  if (context.kind !== 'procedure' && context.kind !== 'disclosure' && !/手数料/u.test(plain))
    return []
  const spans: Span[] = []
  const sentences = sentencesOf(plain).map(({ start, text: sentence }) => ({
    end: start + sentence.length,
    requests: appliesTo(key(sentence)),
  }))
  const around = appliesTo(key(plain)) ?? appliesTo(key(context.lead)) ?? []
  let at = 0
  for (const match of plain.matchAll(amount)) {
    while (at < sentences.length && match.index >= (sentences[at]?.end ?? 0)) at++
    const requested = sentences[at]?.requests ?? around
    const amountYen = Number((match[1] ?? '').replaceAll(',', '')) || readDigits(match[1] ?? '')
    if (amountYen === null || !Number.isSafeInteger(amountYen)) continue
    const printed = text.slice(match.index, match.index + match[0].length)
    const node: Fee = {
      type: 'fee',
      amountYen,
      taxIncluded: /税込|内税|税を含/u.test(match[0])
        ? true
        : /税抜|税別|外税/u.test(match[0])
          ? false
          : null,
      appliesTo: requested,
      text: printed,
    }
    spans.push({ start: match.index, end: match.index + printed.length, node, weight: 60 })
  }
  return spans
}

function appliesTo(text: string): string[] | null {
  const named = text.replace(/開示(?:請求)?等/gu, '')
  const found = requests.filter((request) => named.includes(request))
  const apart = found.filter((request) => !(request === '開示' && !/(?<!記録の)開示/u.test(named)))
  return apart.length > 0 ? apart : null
}
