import { appi } from '../../../law/basis.ts'
import type { Words } from '../../../words.ts'
import { listed } from '../../enumerated.ts'
import { exceptionsOf } from '../../facts/exceptions.ts'
import { requests } from '../../facts/requests.ts'
import type { Rule } from '../../rule.ts'

/** A list of grounds for cease of use that leaves some of 35条 out: people would think that these do not count. */
export const ceaseGrounds: Rule = {
  id: 'cease-grounds',
  title: { ja: '利用停止等の事由の列挙', en: 'Grounds for cease of use' },
  severity: 'warning',
  basis: appi('35-1', '35-3', '35-5'),
  *check(analysis, { day }) {
    const inList = exceptionsOf.cease(analysis).filter(({ node }) => node.basis !== 'other')
    const sentence = requests(analysis).sentences.find(({ key }) => givesReasons.test(key))
    const grounds =
      inList.length > 1
        ? inList.map(({ start, end, key, node }) => ({ start, end, key, text: node.text }))
        : sentence
          ? [sentence]
          : []
    const [first] = grounds
    if (!first) return
    const said = `${requests(analysis).key}\n${grounds.map(({ key }) => key).join('\n')}`
    const missing = asked.filter(({ since, words }) => since <= day && !words.test(said))
    if (missing.length === 0) return
    const names = listed(missing.map(({ name }) => name))
    yield {
      at: { start: first.start, end: first.end },
      evidence: grounds.map(({ text }) => text),
      message: {
        ja: `利用停止等の事由を挙げていますが、個人情報保護法35条の事由のうち、${names.ja}がありません。挙げるなら、すべて挙げてください。`,
        en: `Grounds for cease of use are listed, but of those in APPI 35 these are missing: ${names.en}. List all of them, or none.`,
      },
    }
  },
}

/** 範囲を超えて取り扱われているという理由により利用停止を求められた場合: grounds within a sentence. */
const givesReasons =
  /(?:超え|不正)[^。]{0,60}(?:という理由|を理由)[^。]{0,60}(?:停止|消去)|(?:停止|消去)[^。]{0,60}(?:超え|不正)[^。]{0,60}(?:という理由|を理由)/u

type Ground = { readonly since: string; readonly words: RegExp; readonly name: Words }
const asked: readonly Ground[] = [
  {
    since: '2005-04-01',
    words: /(?:目的|範囲)[^。\n]{0,24}(?:超え|外|違反)|目的外|18条|16条/u,
    name: { ja: '目的外の利用（1項）', en: 'use beyond the purpose (1)' },
  },
  {
    since: '2005-04-01',
    words:
      /不正(?:の|な)?(?:手段|取得|方法|に取得)|偽り|不適正(?:な|に)?(?:手段|取得)|20条|17条|違(?:法|反)[^。\n]{0,8}取得/u,
    name: { ja: '不正な取得（1項）', en: 'improper acquisition (1)' },
  },
  {
    since: '2005-04-01',
    words:
      /(?:違反|違法|不正|同意(?:を|が|なく|なし)|第?27条|第?23条|反し)[^。\n]{0,40}第三者(?:に|へ)?(?:の)?提供|第三者(?:に|へ)?(?:の)?提供[^。\n]{0,30}(?:違反|違法|されている|された(?:場合|とき|という)|不正|反し)/u,
    name: { ja: '違法な第三者提供（3項）', en: 'unlawful provision to a third party (3)' },
  },
  {
    since: '2022-04-01',
    words: /必要(?:が|も|性が)?(?:なく|無く|ない|無い|消滅)|不要/u,
    name: { ja: '利用する必要がなくなった場合（5項）', en: 'data no longer needed (5)' },
  },
  {
    since: '2022-04-01',
    words: /漏え?い|漏洩|26条|事態/u,
    name: { ja: '漏えい等の発生（5項）', en: 'a breach (5)' },
  },
  {
    since: '2022-04-01',
    words: /(?:権利|利益)[^。\n]{0,16}(?:害|損な|侵害)/u,
    name: {
      ja: '権利又は正当な利益が害されるおそれ（5項）',
      en: 'harm to rights or legitimate interests (5)',
    },
  },
]
