import type { Words } from '../words.ts'
import type { Certainty } from './dated.ts'

/** A day from which the law asks for something that a policy written before it may not say. */
export type Commencement = {
  readonly day: string
  readonly law: string
  readonly touches: Words
  /** What has to stand in a policy for the commencement to touch it; absent where it touches every one. */
  readonly concerns?: RegExp
  readonly source: string
  readonly certainty: Certainty
}

/** In order of their days. Only what is in force on a date that is fixed. */
export const commencements: readonly Commencement[] = [
  {
    day: '2017-05-30',
    law: '平成27年法律第65号',
    touches: {
      ja: '要配慮個人情報、外国にある第三者への提供、匿名加工情報、条番号',
      en: 'sensitive information, provision abroad, anonymised information, article numbers',
    },
    source: '平成27年法律第65号 全面施行',
    certainty: 'certain',
  },
  {
    day: '2022-04-01',
    law: '令和2年法律第44号・令和3年法律第37号',
    touches: {
      ja: '代表者の氏名と安全管理措置の公表（32条1項）、共同利用の責任者の住所と代表者、利用停止等の事由、第三者提供記録の開示、条番号',
      en: 'the representative and the security measures to be published (Article 32(1)), the address and representative of the operator responsible for joint use, grounds for cease of use, disclosure of records, article numbers',
    },
    source: '令和2年法律第44号, 令和3年法律第37号50条',
    certainty: 'certain',
  },
  {
    day: '2023-06-16',
    law: '電気通信事業法27条の12',
    touches: {
      ja: '規律の対象となるサービスなら、外部送信（クッキー等）の送信先・情報・目的の公表',
      en: 'where the service is covered, external transmission (cookies): recipients, information and purposes to be published',
    },
    concerns:
      /外部送信|情報収集モジュール|広告識別子|広告ID|アナリティクス|Analytics|(?:行動|ターゲティング|リターゲティング)広告|広告(?:の)?配信|(?:クッキー|cookie|ビーコン)[^。]*(?:第三者|他社|広告|外部|解析|提携)|(?:第三者|他社|広告|外部|解析|提携)[^。]*(?:クッキー|cookie|ビーコン)/iu,
    source: '令和4年法律第70号（施行 2023-06-16）',
    certainty: 'certain',
  },
  {
    day: '2024-04-01',
    law: '個人情報の保護に関する法律施行規則7条3号',
    touches: {
      ja: '報告対象事態の拡大（取得しようとしている個人情報の漏えい等）',
      en: 'breaches to be reported now include information that is about to be acquired',
    },
    concerns: /不正の目的をもって行われたおそれがある/u,
    source: 'ガイドライン（通則編）3-5-3-1（令和7年6月）',
    certainty: 'certain',
  },
]

/** What came into force after a text was last revised, up to a day. */
export function commencementsBetween(revised: string, day: string): readonly Commencement[] {
  return commencements.filter((one) => revised < one.day && one.day <= day)
}
