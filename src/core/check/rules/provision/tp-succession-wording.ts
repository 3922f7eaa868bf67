import { appi } from '../../../law/basis.ts'
import { appiOn } from '../../../law/basis-on.ts'
import { quoted } from '../../enumerated.ts'
import { exceptionsOf } from '../../facts/exceptions.ts'
import type { Rule } from '../../rule.ts'

/** 合併その他の事由による事業の承継: a clause on succession that lost 合併 begins in the middle of a sentence. */
export const tpSuccessionWording: Rule = {
  id: 'tp-succession-wording',
  title: { ja: '事業承継の条項', en: 'Clause on business succession' },
  severity: 'warning',
  basis: appi('27-5-2'),
  *check(analysis, { law, day }) {
    const [clause] = law.clausesOf('appi-27-5-2', day)
    if (!clause) return
    const basis = appiOn(day, clause.place)
    for (const one of exceptionsOf.provision(analysis)) {
      if (one.node.basis !== 'appi-27-5-2' || /委託|共同|再編/u.test(one.key)) continue
      const missing = law.missingIn(one.key, clause).map(({ words }) => words)
      if (missing.length === 0) continue
      const isTorn = missing.includes('合併') && /^その他/u.test(one.key)
      // 他社と合併等する場合: a succession all the same.
      if (!isTorn && /合併|会社分割|事業譲渡|営業譲渡|組織再編/u.test(one.key)) continue
      const lost = quoted(missing)
      yield {
        at: one,
        law: basis,
        severity: isTorn || missing.includes('事業の承継') ? 'warning' : 'info',
        isQuestion: !isTorn,
        message: {
          ja: `事業承継の条項に${lost.ja}がありません。${basis.article.ja}のとおり「合併その他の事由による事業の承継に伴って個人データが提供される場合」としてください。`,
          en: `The clause on succession lacks ${lost.en}. Follow ${basis.article.en}: “合併その他の事由による事業の承継に伴って個人データが提供される場合”.`,
        },
      }
    }
  },
}
