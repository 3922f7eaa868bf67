import { key } from '../../../fold.ts'
import { appi } from '../../../law/basis.ts'
import type { Analysis, Passage } from '../../analysis.ts'
import { termsOf } from '../../facts/terms.ts'
import { holding, indexFrom } from '../../reading-order.ts'
import type { Rule } from '../../rule.ts'

const byAct =
  /(?:個人情報保護法|個人情報の保護に関する法律|(?:^|[、。(])(?:同)?法)[^。]{0,60}(?:第[0-9一二三四五六七八九十]+条|に(?:いう|言う|定める|定義|規定|おける|おいて|基づく|準)|で(?:いう|定め)|の(?:定義|定め))/u

/** …であって、以下のいずれかに該当するものをいいます。 */
const announces =
  /(?:以下|次|下記)の?(?:いずれか|各号|もの)[^。]{0,20}(?:該当|をい|を指|とし|です)/u

export const defPersonalInfo: Rule = {
  id: 'def-personal-info',
  title: { ja: '「個人情報」の定義', en: 'The definition of personal information' },
  severity: 'warning',
  basis: appi('2-1'),
  *check(analysis) {
    for (const { passage, start } of definitionsOf(analysis)) {
      // A definition may go on in the paragraphs below it.
      const index = indexFrom(analysis.passages, passage.start)
      const goesOn = announces.test(passage.key)
      const rest = analysis.passages
        .slice(index, index + (goesOn ? 8 : 3))
        .filter(
          (one) =>
            one === passage ||
            (one.section === passage.section &&
              one.kind !== 'heading' &&
              (goesOn || passage.section?.node.kind === 'definitions') &&
              !/^「|とは/u.test(one.text)),
        )
      const said = rest
        .map((one) => one.key)
        .join('')
        .replace(/\([^()]*(?:号|法律)[^()]*\)/gu, '')
      if (byAct.test(said)) return
      if (!/生存|識別/u.test(said)) return
      const lacking = [
        ...(/照合/u.test(said)
          ? []
          : [
              {
                ja: '他の情報と容易に照合できるもの',
                en: 'what can be told by easily collating other information',
              },
            ]),
        ...(/識別符号/u.test(said)
          ? []
          : [
              {
                ja: '個人識別符号が含まれるもの',
                en: 'what contains an individual identification code',
              },
            ]),
      ]
      const narrow = /生存する(?<whom>[^、。個]{2,8})個人/u.exec(said)?.groups?.whom
      if (lacking.length === 0 && !narrow) return
      const sentence = holding(analysis.sentences, { start, end: start + 1 })
      const at = sentence ?? passage
      const alsoJa = narrow ? `また、「生存する${narrow}個人」に限られています。` : ''
      const alsoEn = narrow ? ` It is also limited to 「${narrow}」.` : ''
      yield {
        at: { start: at.start, end: at.end },
        message: {
          ja: `「個人情報」の定義に、${lacking.map(({ ja }) => `「${ja}」`).join('と')}が含まれていません。${alsoJa}法2条1項に合わせるか、「個人情報保護法に定める個人情報」としてください。`,
          en: `The definition of 「個人情報」 leaves out ${lacking.map(({ en }) => en).join(' and ')}.${alsoEn} Follow Article 2(1), or define it by the Act.`,
        },
      }
      return
    }
  },
}

/** 「個人情報」とは…, and below a heading 個人情報とは a sentence that says it: お客様個人を識別できる情報をいいます. */
function definitionsOf(analysis: Analysis): readonly { passage: Passage; start: number }[] {
  const called = termsOf(analysis).filter(({ term }) => key(term) === '個人情報')
  if (called.length > 0) return called
  return analysis.passages
    .filter(
      ({ kind, section, key: said }) =>
        kind === 'paragraph' &&
        /^[「(（【]*個人情報」?(?:とは|の定義)/u.test(key(section?.node.heading ?? '')) &&
        /情報(?:等)?(?:のこと)?を(?:いい|言い|指し|いう)/u.test(said),
    )
    .slice(0, 1)
    .map((passage) => ({ passage, start: passage.start }))
}
