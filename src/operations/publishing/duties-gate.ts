import { dutiesDisclaimer } from '../../core/compare/duties/index.ts'
import { type DutyRecord, meet, type RecordedDuty } from '../../core/compare/duties/meet.ts'
import { type OpenDuty, openDuties } from '../../core/compare/duties/open-duties.ts'
import { articleName, askedWords, dutyWhenWords } from '../../core/compare/duties/words.ts'
import { bringsText, type EditionKind, replacedBy } from '../../core/edition/index.ts'
import type { Words } from '../../core/words.ts'
import type { Replacing, StoredEdition } from '../editions/stored-editions.ts'
import type { Documents } from '../policy/compose-all.ts'
import { OperationRefused } from '../refused.ts'
import type { Settings } from '../settings.ts'

/** A text that is about to be published. */
type Coming = Replacing & { readonly kind: EditionKind }

/**
 * Lets a change pass whose duties are all recorded, and gives what was recorded.
 *
 * @throws OperationRefused naming each duty that is open, or each record that cannot stand
 */
export function passDuties(
  { effectiveFrom }: Pick<Coming, 'effectiveFrom'>,
  duties: readonly OpenDuty[] | null,
  records: readonly DutyRecord[],
): readonly RecordedDuty[] {
  if (duties === null) {
    if (records.length) throw nothingToRecord
    return []
  }
  const result = meet(duties, records, effectiveFrom)
  if ('problems' in result) throw recordsRefused(result.problems)
  if (result.left.length) throw open(result.left)
  return result.recorded
}

/**
 * The duties of a text that is about to be published, with its documents as they will be printed; null where none are
 * asked for. They are of kinds that change what the public reads from now on: an old text changed it long ago, and a
 * withdrawal or a repeal brings none.
 */
export const dutiesAsked = (
  coming: Coming,
  documents: Documents,
  editions: readonly StoredEdition[],
  settings: Settings,
): readonly OpenDuty[] | null =>
  asksDuties(coming, settings) ? dutiesOfReplacing(coming, documents, editions).duties : null

export const asksDuties = ({ kind }: Pick<Coming, 'kind'>, settings: Settings): boolean =>
  settings.dutiesGate && bringsText[kind]

/** The duties of the text in the place of the edition that it replaces, and that edition's number. */
export function dutiesOfReplacing(
  coming: Replacing,
  documents: Documents,
  editions: readonly StoredEdition[],
): { readonly against: number | null; readonly duties: readonly OpenDuty[] } {
  const replaced = replacedBy(
    coming,
    editions.map(({ head }) => head),
  )
  const before = editions.find(({ head }) => head.number === replaced?.number)?.documents ?? {}
  return { against: replaced?.number ?? null, duties: openDuties(before, documents) }
}

const open = (duties: readonly OpenDuty[]) =>
  new OperationRefused(
    'duties-open',
    {
      ja: `この変更について、法令上確認する事項が${duties.length}件、記録されていません。それぞれ、どこで・いつ知らせるか（同意や届出は、いつ・どのように行ったか）を記録するか、理由を付けて対応不要としてください。${dutiesDisclaimer.ja}${duties.map((duty) => `［${duty.key}］${told(duty).ja}`).join('')}`,
      en: `${duties.length === 1 ? 'A duty' : `${duties.length} duties`} that this change may call for ${duties.length === 1 ? 'is' : 'are'} not recorded. Record for each where and from when it is announced (of consent and filing: when and how), or waive it with a reason. ${dutiesDisclaimer.en} ${duties.map((duty) => `[${duty.key}] ${told(duty).en}`).join(' ')}`,
    },
    duties.map((duty) => {
      const { key, name, articles, asks, when, changes } = duty
      return { key, name, articles, asks, when, message: told(duty), changes }
    }),
  )

/** A duty in a sentence: by which law, what is asked and when, why. */
function told({ articles, asks, when, reason }: OpenDuty): Words {
  const list = (language: 'ja' | 'en', separator: string) => ({
    articles: articles.map((article) => articleName(article)[language]).join(separator),
    asks: asks.map((asked) => askedWords[asked][language]).join(separator),
  })
  const [ja, en] = [list('ja', '、'), list('en', ', ')]
  return {
    ja: `${ja.articles}（${ja.asks}／${dutyWhenWords[when].ja}）: ${reason.ja}`,
    en: `${en.articles} (${en.asks}; ${dutyWhenWords[when].en}): ${reason.en}`,
  }
}

const recordsRefused = (problems: readonly Words[]) =>
  new OperationRefused(
    'duties-refused',
    {
      ja: problems.map(({ ja }) => ja).join(''),
      en: problems.map(({ en }) => en).join(' '),
    },
    problems.map((message) => ({ message })),
  )

const nothingToRecord = new OperationRefused('duties-refused', {
  ja: 'この公表では確認事項を記録しません。duties を外してください。',
  en: 'This publication asks for no record of duties. Leave out `duties`.',
})
