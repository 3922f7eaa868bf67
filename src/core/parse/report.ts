import type { Dropped } from '../read/source.ts'
import { shortened } from '../shortened.ts'

/** How the parser words a doubt, for the person who reviews the import. */
export type Message = { readonly ja: string; readonly en: string }
export type Doubt = {
  readonly message: Message
  /** From 0 to 1. */
  readonly confidence: number
  /** The line of the source, from 1. */
  readonly place: number
}
export type Guess = {
  readonly what:
    | 'section'
    | 'purpose'
    | 'exceptionClause'
    | 'safetyMeasure'
    | 'jointUsePartner'
    | 'contact'
    | 'title'
    | 'organisation'
  readonly text: string
  readonly confidence: number
  readonly place: number
}
export type ParseReport = {
  /** What of the source is not in the document; of plain text, nothing. */
  readonly dropped: readonly Dropped[]
  readonly doubts: readonly Doubt[]
  /** How sure each section and record is, by its id. */
  readonly confidence: { readonly [id: string]: number }
}

const doubtful = 0.75

const words: { readonly [K in Guess['what']]: Message } = {
  title: { ja: '表題', en: 'the title' },
  organisation: { ja: '事業者の名称', en: 'the name of the organisation' },
  section: { ja: '見出し', en: 'a heading' },
  purpose: { ja: '利用目的', en: 'a purpose of use' },
  exceptionClause: { ja: '例外', en: 'an exception' },
  safetyMeasure: { ja: '安全管理措置', en: 'a security measure' },
  jointUsePartner: { ja: '共同利用者', en: 'a joint-use partner' },
  contact: { ja: '窓口', en: 'a contact' },
}

/** Collects how sure each guess is while a document is put together. */
export class Report {
  readonly #confidence = new Map<string, number>()
  readonly #doubts: Doubt[] = []

  guess(id: string, { what, text, confidence, place }: Guess): void {
    const known = this.#confidence.get(id)
    if (known !== undefined && known >= confidence) return
    this.#confidence.set(id, round(confidence))
    if (confidence >= doubtful || known !== undefined) return
    const short = shortened(text, 30)
    this.doubt(
      {
        ja: `「${short}」を${words[what].ja}と読みました。確かめてください。`,
        en: `Read “${short}” as ${words[what].en}. Please check it.`,
      },
      confidence,
      place,
    )
  }

  doubt(message: Message, confidence: number, place: number): void {
    this.#doubts.push({ message, confidence: round(confidence), place })
  }

  finish(dropped: readonly Dropped[]): ParseReport {
    return {
      dropped,
      doubts: [...this.#doubts].sort((a, b) => a.place - b.place),
      confidence: Object.fromEntries(this.#confidence),
    }
  }
}

const round = (confidence: number) => Math.round(Math.max(0, Math.min(1, confidence)) * 100) / 100
