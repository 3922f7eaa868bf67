import { appi } from '../../../law/basis.ts'
import { appiOn } from '../../../law/basis-on.ts'
import { entrustingSentences } from '../../facts/entrustment.ts'
import type { Rule } from '../../rule.ts'

/** 25条, Q&A 9-4: how entrustees are supervised belongs to the measures that are made known. */
export const entrustSupervision: Rule = {
  id: 'entrust-supervision',
  title: { ja: '委託先の監督', en: 'Supervision of entrustees' },
  severity: 'warning',
  basis: appi('25'),
  ofWhole: true,
  *check(analysis, { day }) {
    const [first] = entrustingSentences(analysis)
    if (!first) return
    // 委託する場合は、以下の処置を講じます: its list stands below it, whatever its section is called.
    const announcing = new Set(
      entrustingSentences(analysis)
        .filter(({ key }) => /(?:以下|次|下記)の[^。]{0,16}(?:措置|処置|対策|事項|対応)/u.test(key))
        .map(({ passage }) => passage.section),
    )
    const said = analysis.passages.filter(
      ({ key, section }) =>
        /委託|預託|外部業者|協力会社/u.test(key) ||
        (section !== null && announcing.has(section)) ||
        section?.node.kind === 'entrustment' ||
        /委託/u.test(section?.node.heading ?? ''),
    )
    if (said.some(({ key }) => supervises.test(key) || choosesAndBinds(key))) return
    const isBound = said.some(({ key }) => binds.test(key))
    const isCared = !isBound && said.some(({ key }) => cares.test(key))
    const article = appiOn(day, '25').article
    yield {
      at: first,
      law: { article, certainty: 'certain' },
      severity: isBound || isCared ? 'info' : 'warning',
      isQuestion: isBound || isCared,
      message: isCared
        ? {
            ja: `委託先での取扱いに触れていますが、委託先の監督（${article.ja}）として何をしているかが、本人に分かるでしょうか。分からなければ、選定・契約・取扱状況の把握などを一言加えてください。`,
            en: `The text speaks of how entrustees handle data. Can people learn from it how they are supervised (${article.en})? If not, add what is done: selection, contract, checks.`,
          }
        : isBound
          ? {
              ja: `委託先との契約には触れていますが、委託先の監督（取扱状況の把握など、${article.ja}）が書かれていません。行っている監督を一言加えてください。`,
              en: `The text speaks of a contract with the entrustee, but not of its supervision (${article.en}), such as checking how data is handled. Add what is done.`,
            }
          : {
              ja: `個人データの取扱いを委託するとしていますが、委託先の監督が書かれていません。委託先の選定・契約・取扱状況の把握など、${article.ja}の監督として行っていることを書いてください。`,
              en: `The text says that data handling is entrusted, but not how entrustees are supervised. State what is done under ${article.en}: selection, contract, checks.`,
            },
    }
  },
}

const supervises =
  /(?:選定|選任|選択)(?:・|と|及び|および|並びに|ならびに|、)(?:管理|評価)|状況[^。]{0,8}(?:観察|評価)|監督|監視|監査|指導|(?:管理|評価|点検|確認|把握|調査|審査|モニタリング)(?:・|を|し|いたし|致し|させ|の上|体制)|管理(?:する|下|のもと|の下)|(?:適切|適正|厳正|厳重|必要)[^。]{0,16}(?:取り?扱|保護|措置)[^。]{0,24}(?:よう|講じ|図|求め|努め)|安全管理(?:措置)?を?(?:図|講じ|義務|求め|実施)/u
/** 当社の基準で適切な業者を選定し、守秘義務契約を締結して: two of the three that 通則編3-4-4 asks for, at once. */
const choosesAndBinds = (key: string) =>
  /(?:基準|水準|評価)[^。]{0,30}(?:選定|選択|選任|選び)/u.test(key) &&
  /契約[^。]{0,8}(?:締結|結び|交わ)/u.test(key)
/** Care of whatever kind, for what is entrusted. */
const cares =
  /(?:委託|業者|提携先|協力会社)[^。]{0,80}(?:適切|適正|安全|厳重|厳正|限定|限り|限ら|のみ|だけ|遵守|義務|徹底|責任|求め|要求|禁止|以外に利用|以外に使用)|(?:適切|適正|信頼|厳選|厳重|安全)[^。]{0,24}(?:委託先|業者|協力会社)/u
const binds = /契約|覚書|秘密保持|守秘義務|選定|取り?決め/u
