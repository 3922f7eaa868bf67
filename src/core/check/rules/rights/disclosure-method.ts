import { appi, source } from '../../../law/basis.ts'
import type { Sentence } from '../../analysis.ts'
import { askedByOthers, disclosureOffered, requests } from '../../facts/requests.ts'
import type { Rule } from '../../rule.ts'
import { matches } from '../../search.ts'

/** 33条1項2項, 規則30条: the person says whether disclosure comes as a file or on paper. */
export const disclosureMethod: Rule = {
  id: 'disclosure-method',
  title: { ja: '開示の方法', en: 'Way of disclosure' },
  severity: 'warning',
  basis: appi('33-1', '33-2'),
  ofWhole: true,
  *check(analysis, { day }) {
    if (day < since || !disclosureOffered(analysis)) return
    const { key, passages, sentences } = requests(analysis)
    const here = new Set(passages)
    const byOperator = [
      ...matches(
        analysis,
        operatorChooses,
        (passage) => passage.key.includes('方法') && here.has(passage),
      ),
    ]
    if (byOperator.length > 0) {
      const [first] = byOperator
      if (!first) return
      yield {
        at: { start: first.start, end: first.end },
        message: {
          ja: `回答の方法を事業者が選ぶと読めます（「${first.text}」）。開示の方法は、電磁的記録の提供・書面の交付などから本人が選べます（個人情報保護法33条1項・2項、施行規則30条）。本人が選べることを書いてください。`,
          en: `The operator seems to choose how to answer (“${first.text}”). It is for the person to choose between a file, paper, or another way offered (APPI 33(1), (2), Rules 30). Say so.`,
        },
      }
      return
    }
    if (offersChoice.test(key)) return
    const paper = sentences.find(
      (one, i) =>
        onlyPaper.test(one.key) &&
        !/訂正|停止|削除/u.test(one.key) &&
        !tellsRefusal(one.key, sentences[i - 1]?.key ?? ''),
    )
    if (mayBeChoice.test(paper ? paper.key : key)) return
    const speaks = (one: Sentence) =>
      /開示/u.test(one.key) && !askedByOthers(one.key) && one.passage.kind !== 'cell'
    const near =
      paper ?? sentences.find((one) => speaks(one) && isHeadedSo(one)) ?? sentences.find(speaks)
    yield {
      at: paper ?? { absent: { record: null, field: 'sections' }, ...(near ? { near } : {}) },
      evidence: paper ? [paper.text] : [],
      severity: paper ? 'warning' : 'info',
      isQuestion: !paper,
      law: source('個人情報保護法33条1項・2項、施行規則30条', 'APPI 33(1), (2), Rules 30'),
      message: paper
        ? {
            ja: '開示を書面で行うとしていますが、2022年4月1日から、本人は電磁的記録の提供も選べます。開示の方法を本人が指定できることを書いてください。',
            en: 'Disclosure is said to come on paper. Since 1 April 2022 the person may choose a file instead. Say that the person chooses.',
          }
        : {
            ja: '開示の方法（電磁的記録の提供、書面の交付など）を本人が選べることに触れていません。書いておくと手続が明確になります。',
            en: 'The text does not mention that the person may choose how to get the data, as a file or on paper. Saying so makes the procedure clear.',
          },
    }
  },
}
const isHeadedSo = ({ passage }: Sentence) =>
  /開示|請求|保有個人データ/u.test(passage.section?.node.heading ?? '')

/** Tells how a refusal is told, and not how data is disclosed (33条3項, 36条). */
const tellsRefusal = (said: string, before: string) =>
  refusal.test(said) ||
  (/^(?:なお、?)?(?:その(?:場合|とき|際|旨|理由)|この(?:場合|とき))/u.test(said) &&
    refusal.test(before))
const refusal =
  /理由|(?:開示|回答|お答え|ご?請求|お?求め)[^。]{0,24}(?:しない|でき(?:ない|ません|かね)|しかね|いたしかね|応じ(?:られ|かね|ない)|お断り|拒)|不開示|非開示/u

/** The first day on which a person could ask for an electronic record. */
const since = '2022-04-01'

const operatorChooses =
  /[^。、]{0,20}(?:いずれか|適切|適当|相当)[^。、]{0,12}方法を(?:当[社法協院会校園行店]が)?選択し[^。]*|当[社法協院会校園行店](?:が|の)[^。、]{0,8}(?:適切|適当|相当|選択|判断)[^。、]{0,12}方法[^。]{0,10}(?:により|で|にて)[^。]{0,10}(?:回答|開示|通知|ご?連絡)|(?:開示|回答)の?方法は、?(?:当[\p{Script=Han}ァ-ヶー]{1,8}|弊社)[がの](?:指定|選択|決定|定め)[^、。]{0,4}方法/gu
const offersChoice =
  /電磁的(?:記録|方法)|電子(?:データ|ファイル|的)|PDF|CD|USB|データ(?:で|による|形式|ファイル)|(?:希望|指定|選択)(?:する|の|された|される|いただ|した)[^。\n]{0,6}(?:方法|方式|形式)|(?:方法|方式)を?[^。\n]{0,8}(?:指定|選択|お選び|ご希望|希望)|本人が請求した方法|(?:から|のうち|いずれか|中から)[^。\n]{0,12}(?:選べ|選び|選択)|ダウンロード/iu
/** Ways to ask as well as to answer: no choice where an answer is said to come on paper. */
const mayBeChoice = /マイページ|画面|ログイン|E-?mail|メール/iu
const onlyPaper =
  /(?:書面|文書)(?:の交付)?(?:により|にて|で|を(?:交付|郵送|送付))[^。]{0,16}(?:回答|開示(?:し|いたし|する|を行)|通知|交付|郵送|送付|お送り|ご?連絡|お知らせ)/u
