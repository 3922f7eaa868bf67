import { fold, key } from '../fold.ts'
import { entityKind, latinEntity } from './contact-lines.ts'

export type NameInText = { readonly at: number; readonly name: string }

/**
 * The organisations that a text names: 株式会社青葉物流及びみのり株式会社との間で. `listed`: in a place that holds nothing
 * else, where also what has no legal form is one (若葉会、青葉高校同窓会).
 */
export function namesIn(text: string, listed: boolean): NameInText[] {
  // ①株式会社青葉　②株式会社若葉
  const plain = fold(text.replace(/[①-⑳]/gu, ';'))
  const found: NameInText[] = []
  let from = 0
  const add = (to: number) => {
    const part = plain.slice(from, to)
    const name = latinName(part) ?? legalName(part) ?? (listed ? clubName(part) : null)
    if (name === null) return
    const at = from + name.at
    found.push({ at, name: text.slice(at, at + name.name.length) })
  }
  for (const match of plain.matchAll(separator)) {
    add(match.index)
    from = match.index + match[0].length
  }
  add(plain.length)
  return found
}

const separator =
  /[、。()/:;\n]|及び|および|並びに|ならびに|又は|または|若しくは|もしくは|である|その他/gu
/** Aoba Hotels International, Inc. */
function latinName(part: string): NameInText | null {
  const match = latinEntity.exec(part)
  return match ? { at: match.index, name: match[0].trimEnd() } : null
}

/** What ends a name behind its legal form: 株式会社青葉|との間で. */
const behind =
  /との|と(?:共同|は|で|も)|と$|が(?=[共運取保利提営]|$)|は$|に(?=対|お|よ|提|$)|を|で(?=共|$)|の(?=会員|皆|グループ|関連|子会社|間|個人|各|$)|など|等(?=$|[とのにが])|ほか| (?=〒|住所|所在地|代表|本社|本店)/u
/** What goes before a name in its part of the sentence: 当社の子会社の|みのり株式会社. */
const ahead =
  /^.*(?:[社者会先人プ店]の|(?:[当弊]社|[者会先人プ店ス])(?:は|が|を|と)|[^ぁ-ん](?:は|が|を|と)(?![ぁ-ん])|する|した|して|なる)(?=.)/u

/** The legal name of a part of a sentence, of which there is one at most. */
function legalName(part: string): NameInText | null {
  const kind = entityKind.exec(part)
  if (!kind) return null
  const after = part.slice(kind.index + kind[0].length)
  const head = ahead.exec(part.slice(0, kind.index))?.[0].length ?? 0
  const before = part.slice(head, kind.index).trimStart()
  const tail = after.slice(0, behind.exec(after)?.index ?? after.length).trimEnd()
  const isFirst =
    before === '' || (tail !== '' && /[ぁ-ん]$/u.test(before) && !/^[ぁ-ん]/u.test(tail))
  const name = isFirst ? kind[0] + tail : before + kind[0]
  if (key(name).length - kind[0].length < 1 || name.length > 60) return null
  const at = isFirst ? kind.index : kind.index - before.length
  return { at, name }
}

const body =
  /(?:会|会社|部|店|院|校|園|大学|組合|協会|PTA|団体|機関|機構|法人|事務所|センター|クラブ|連盟|財団|基金|研究所|銀行|病院|役所|[市町村])(?:「[^「」]+」)?$/u
/** Words for partners at large, and none of them by name. */
const atLarge =
  /^(?:[当弊本]|グループ|各)|グループ(?:会社|企業|各社)?$|子会社|関連会社|関係会社|提携|加盟店|委託先|取引先|以下|次の|別紙|する|した/u

/** A club or shop without legal form, alone in its part of a list. */
function clubName(part: string): NameInText | null {
  const name = part.trim()
  if (name.length < 3 || name.length > 40 || !body.test(name) || atLarge.test(name)) return null
  if (/[をはがにで]/u.test(name)) return null
  return { at: part.indexOf(name), name }
}
