import { appi } from '../../../law/basis.ts'
import { entityKind } from '../../../parse/contact-lines.ts'
import type { Passage } from '../../analysis.ts'
import { isLegalPerson, pointsToProfile } from '../../facts/operator.ts'
import type { Draft, Rule } from '../../rule.ts'
import { matches, says } from '../../search.ts'
import { isPlaceholder } from '../../text/placeholders.ts'

/** A title of those who represent a legal person, with a name behind it. */
const named =
  /(?:代表(?:取締役|執行役|理事|社員|役員|者)?(?:社長|会長)?(?:(?:兼)?C[EO]O)?|取締役社長|執行役社長|理事長|会頭|会長|頭取|学長|総長|校長|園長|院長|組合長|総裁|機構長|館長|施設長|所長|塾長|支配人|オーナー|住職|宮司|[市町村区]長|知事)(?:の?氏名)?[:/]?(?:[\p{Script=Han}々]{1,4}[\p{Script=Han}々ぁ-んァ-ヶー]{1,6}|[ァ-ヶー・=]{4,20}|[A-Za-z.]{4,30})(?=$|[、。()「」〒:/0-9]|住所|所在|電話|まで|制定|平成|令和)/u

/** Words that may be a representative's, in a line that is no sentence: 代表　港 太郎, 取締役 Minato Taro. */
const mayBeNamed =
  /代表(?!的|番号|電話|メール|TEL|窓口|して|する|取締役の氏名|者の氏名)|取締役|理事長|住職|(?<!委員|会)社長|(?<!本部|支)院長|CEO|Representative/iu
const isShort = ({ kind, key }: Passage) =>
  kind !== 'heading' && kind !== 'title' && key.length <= 60 && !/。./u.test(key)

/** A name that was read from a sentence may be that of somebody else, or have words around it. */
const isPlainName = (name: string) =>
  name.length <= 40 &&
  [...name.matchAll(new RegExp(entityKind, 'gu'))].length <= 1 &&
  !/および|及び|ならび|その|グループ会社|のサイト|[をがは、。「」:：/]/u.test(name)

const doubtful = (id: string): Draft => ({
  at: { absent: { record: { collection: 'organisation', id }, field: 'representatives' } },
  severity: 'warning',
  isQuestion: true,
  message: {
    ja: '事業者が法人なら、代表者の役職と氏名が、名称・住所と並べて書かれているでしょうか。書かれていなければ加えてください。',
    en: 'If the operator is a legal person, does the text name its representative, with title, next to its name and address? If not, add it.',
  },
})

/** Who represents a legal person of this form. */
function titleOf(legalName: string): string {
  if (/(?:学校|社会福祉|医療|特定非営利活動|NPO|宗教)法人/u.test(legalName)) return '理事長'
  return /(?:社団|財団)法人|組合|協会/u.test(legalName) ? '代表理事' : '代表取締役'
}

const unfilled =
  /(?:代表(?:取締役|理事|社員|者)?(?:社長|会長)?|理事長|院長|学長)(?:の?氏名)?[::]?[○〇◯●]{2,8}/gu

export const orgRepresentative: Rule = {
  id: 'org-representative',
  title: { ja: '代表者の氏名', en: 'Name of the representative' },
  severity: 'error',
  basis: appi('32-1-1'),
  answeredOnRequest: true,
  ofWhole: true,
  *check(analysis, { day }) {
    const { organisation } = analysis.document
    // Before 令和2年法律第44号 the Act asked for the name of the operator only.
    if (day < '2022-04-01' || !isLegalPerson(analysis)) return
    if (organisation.representatives.some(({ name }) => name && !isPlaceholder(name))) return
    if (says(analysis, named, ({ text }) => !isPlaceholder(text))) return
    const [empty] = matches(analysis, unfilled)
    if (empty) {
      yield {
        at: { start: empty.start, end: empty.end },
        message: {
          ja: `代表者の氏名が「${empty.text}」と、記入例のままになっています。代表者の氏名に改めてください。`,
          en: `The name of the representative is still that of a template: “${empty.text}”. Put in the name.`,
        },
      }
      return
    }
    if (!isPlainName(organisation.legalName) || says(analysis, mayBeNamed, isShort)) {
      yield doubtful(organisation.id)
      return
    }
    const elsewhere = pointsToProfile(analysis)
    const example = titleOf(organisation.legalName)
    yield {
      at: {
        absent: {
          record: { collection: 'organisation', id: organisation.id },
          field: 'representatives',
        },
      },
      ...(elsewhere && { severity: 'info' as const, isQuestion: true }),
      message: elsewhere
        ? {
            ja: '代表者の氏名が本文にありません。本文が案内しているページ（会社概要など）に代表者の氏名があるかを確かめてください。',
            en: 'The text does not name the representative. See that the page it refers to (company profile) does.',
          }
        : {
            ja: `「${organisation.legalName}」は法人ですが、代表者の氏名がありません。役職と氏名（${example} ○○ ○○ など）を、名称・住所と並べて書いてください。`,
            en: `${organisation.legalName} is a legal person, but the text does not name its representative. State title and name next to its name and address.`,
          },
    }
  },
}
