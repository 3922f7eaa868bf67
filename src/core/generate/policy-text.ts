import type { Words } from '../words.ts'
import { amended, amendedParts, type Part } from './amendments.ts'
import { type Choose, chooseBy } from './random.ts'
import {
  data,
  exceptions,
  measures,
  people,
  places,
  prefectures,
  purposes,
  services,
  trades,
} from './words.ts'

export type MadeUp = {
  readonly legalName: string
  /** The whole policy, as an editor would paste it. */
  readonly text: string
  /** What the edition changed. */
  readonly summary: Words
}

export type MadeUpOptions = {
  readonly seed: number
  /** Chapters on single services: what makes a policy long. @default 3 */
  readonly services?: number
  /** Which edition of the policy: each changes one part of the one before. @default 1 */
  readonly edition?: number
}

/** A made-up policy in Japanese, whole and plausible: the same for the same options, and of nobody. */
export function makeUpPolicy({ seed, services = 3, edition = 1 }: MadeUpOptions): MadeUp {
  const parts = amendedParts({ seed, services, edition })
  const times: TimesAmended = (part) => parts.filter((one) => one.part === part).length
  const choose = chooseBy(seed)
  const trade = choose.one(trades)
  const legalName = `株式会社${choose.one(places)}${choose.one(places)}${trade}店`
  const chapters = [
    ...general(choose, legalName, times),
    ...Array.from({ length: services }, (_, i) => service(choose, i, times)).flat(),
    ...closing(choose, legalName, times),
  ]
  const articles = chapters.map(
    ({ heading, lines }, i) => `第${i + 1}条（${heading}）\n${lines.join('\n')}`,
  )
  const preamble = `${legalName}（以下「当社」といいます。）は、${trade}の販売その他の事業において取り扱う個人情報について、個人情報の保護に関する法律その他の関係法令を遵守し、次のとおりプライバシーポリシーを定めます。`
  return {
    legalName,
    text: `${['プライバシーポリシー', preamble, ...articles, '以上'].join('\n\n')}\n`,
    summary: parts.at(-1)?.summary ?? { ja: '制定', en: 'Enacted' },
  }
}

type TimesAmended = (part: Part) => number

type Article = { readonly heading: string; readonly lines: readonly string[] }

const item = (text: string, i: number) => `(${i + 1})　${text}`

function general(choose: Choose, legalName: string, times: TimesAmended): Article[] {
  const partners = Array.from(
    { length: choose.number(1, 4) },
    () => `株式会社${choose.one(places)}${choose.one(trades)}`,
  )
  return [
    {
      heading: '個人情報の取得',
      lines: [
        '当社は、適法かつ公正な手段により、次の個人情報を取得します。',
        ...choose
          .some(3, people)
          .map((who, i) => item(`${who}については、${choose.some(6, data).join('、')}`, i)),
      ],
    },
    {
      heading: '利用目的',
      lines: [
        '当社は、取得した個人情報を、次の目的の達成に必要な範囲内で利用します。',
        ...choose.some(amended(8, [8, purposes.length], times('purposes')), purposes).map(item),
      ],
    },
    {
      heading: '第三者提供の制限',
      lines: [
        '当社は、次のいずれかに該当する場合を除き、あらかじめ本人の同意を得ないで、個人データを第三者に提供しません。',
        ...exceptions.map(item),
      ],
    },
    {
      heading: '共同利用',
      lines: [
        '当社は、個人データを次のとおり共同して利用します。',
        item(
          `共同して利用される個人データの項目　${choose.some(amended(4, [4, data.length], times('sharedData')), data).join('、')}`,
          0,
        ),
        item(`共同して利用する者の範囲　${[...new Set(partners)].join('、')}`, 1),
        item(`利用する者の利用目的　${choose.one(purposes)}`, 2),
        item(`個人データの管理について責任を有する者　${legalName}`, 3),
      ],
    },
  ]
}

/** What one service takes and does. */
function service(choose: Choose, index: number, times: TimesAmended): Article[] {
  const name = `${choose.one(places)}${choose.one(services)}`
  const count = choose.number(7, 9)
  const chosen = choose.some(
    amended(count, [7, purposes.length], times(`service ${index}`)),
    purposes,
  )
  return [
    {
      heading: `「${name}」における取扱い`,
      lines: [
        `当社は、「${name}」（第${index + 1}号サービス）の提供に当たり、${choose.one(people)}の${choose.some(5, data).join('、')}を取得し、次の目的で利用します。`,
        ...chosen.map((purpose, i) => item(`「${name}」において${purpose}`, i)),
        `2　当社は、「${name}」の提供に必要な範囲内で、個人データの取扱いを委託することがあります。この場合には、委託先に対する必要かつ適切な監督を行います。`,
        `3　${choose.one(people)}は、「${name}」の設定の画面において、お知らせの受取りを停止することができます。`,
      ],
    },
  ]
}

function closing(choose: Choose, legalName: string, times: TimesAmended): Article[] {
  return [
    {
      heading: '安全管理措置',
      lines: [
        '当社は、個人データの漏えい等の防止のため、次の措置を講じます。',
        ...Object.values(measures)
          .flatMap((category) => choose.some(2, category))
          .map(item),
      ],
    },
    {
      heading: '開示等の請求',
      lines: [
        '当社は、本人又はその代理人から、保有個人データの開示、訂正、利用停止等の請求を受けたときは、本人であることを確認した上で、遅滞なく対応します。',
        `2　開示の請求の手数料は、1件につき${amended(choose.number(3, 10), [3, 10], times('fee'))}00円（税込）とします。`,
      ],
    },
    {
      heading: 'お問い合わせ窓口',
      lines: [
        '個人情報の取扱いに関するお問い合わせ及び苦情は、次の窓口で受け付けます。',
        `${legalName} 個人情報相談係`,
        `住所：${choose.one(prefectures)}架空市見本町${choose.number(1, 9)}番${choose.number(1, 30)}号`,
        // Numbers that are given to nobody.
        `電話：03-0000-${String(amended(choose.number(0, 9999), [0, 9999], times('telephone'))).padStart(4, '0')}`,
        'メール：privacy@example.com',
      ],
    },
  ]
}
