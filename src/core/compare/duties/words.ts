import type { Words } from '../../words.ts'
import type { Article, Asked, Rule } from './duty.ts'

export const askedWords: { readonly [A in Asked]: Words } = {
  publish: { ja: '公表・容易に知り得る状態', en: 'publish' },
  notify: { ja: '本人への通知', en: 'notify' },
  consent: { ja: '本人の同意', en: 'consent' },
  filing: { ja: '個人情報保護委員会への届出', en: 'filing with the PPC' },
}

export const dutyWhenWords: { readonly [W in Rule['when']]: Words } = {
  before: { ja: 'あらかじめ', en: 'beforehand' },
  uponChange: { ja: '変更したとき', en: 'when the change is made' },
  withoutDelay: { ja: '遅滞なく', en: 'without delay' },
  continuously: { ja: '継続して', en: 'for as long as the text stands' },
}

/** 法27条5項3号, APPI 27(5)(3). */
export function articleName({ law, article, paragraph, item }: Article): Words {
  const [number, branch] = article.split('の')
  const ja = [
    law === 'telecommunications' ? '電気通信事業法' : '個人情報保護法',
    `${number}条`,
    branch === undefined ? '' : `の${branch}`,
    paragraph === undefined ? '' : `${paragraph}項`,
    item === undefined ? '' : `${item}号`,
  ]
  const en = [
    law === 'telecommunications' ? 'Telecommunications Business Act' : 'APPI',
    ' ',
    branch === undefined ? number : `${number}-${branch}`,
    paragraph === undefined ? '' : `(${paragraph})`,
    item === undefined ? '' : `(${item})`,
  ]
  return { ja: ja.join(''), en: en.join('') }
}
