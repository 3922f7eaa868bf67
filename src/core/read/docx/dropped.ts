import type { Words } from '../../words.ts'
import type { Dropped } from '../source.ts'

export const reasons = {
  deleted: { ja: '変更履歴で削除された文字', en: 'deleted in tracked changes' },
  moved: { ja: '変更履歴で移動した文字（移動元）', en: 'moved elsewhere in tracked changes' },
  hidden: { ja: '隠し文字', en: 'hidden text' },
  contents: { ja: '目次・索引', en: 'table of contents or index' },
  fieldCode: { ja: 'フィールドコード', en: 'field code' },
  comment: { ja: 'コメント', en: 'comment' },
  header: { ja: 'ヘッダー', en: 'page header' },
  footer: { ja: 'フッター', en: 'page footer' },
  ruby: { ja: 'ふりがな', en: 'reading aid (ruby)' },
  picture: { ja: '図・写真', en: 'picture' },
  object: { ja: '埋め込まれたファイル', en: 'embedded object' },
  chunk: { ja: '差し込まれた別の文書', en: 'another document inserted as a whole' },
  merged: { ja: '結合されたセルに隠れた文字', en: 'covered by a merged table cell' },
  noteNumber: {
    ja: '注の番号。「※1」のように改め、注を参照箇所のすぐ下に置きました',
    en: 'number of a note; it is marked ※1, ※2 … and stands right below what refers to it',
  },
  numberFormat: {
    ja: '番号の形式。算用数字で読みました',
    en: 'format of numbers, read as plain digits',
  },
  note: { ja: '本文から参照されていない注', en: 'note that nothing refers to' },
  enclosure: { ja: '囲い文字の囲み', en: 'enclosure around a character' },
  fallback: { ja: '古いアプリ向けの代わりの表示', en: 'stand-in for older programs' },
} satisfies { readonly [reason: string]: Words }

/** Collects what is left out; what is left out in one go for one reason is one entry. */
export class DroppedList {
  readonly #entries: { text: string; why: Words }[] = []
  #open = false

  add(text: string, why: Words): void {
    const last = this.#entries.at(-1)
    if (this.#open && last?.why === why) last.text += text
    else this.#entries.push({ text, why })
    this.#open = true
  }

  /** An entry of its own, made once however often it is met. */
  once(text: string, why: Words): void {
    if (!this.#entries.some((entry) => entry.text === text && entry.why === why))
      this.apart(text, why)
  }

  /** An entry of its own. */
  apart(text: string, why: Words): void {
    this.close()
    this.add(text, why)
    this.close()
  }

  /** What comes next is an entry of its own. */
  close(): void {
    this.#open = false
  }

  finish(): Dropped[] {
    return this.#entries
  }
}
