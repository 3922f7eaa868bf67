'use client'
import { editionKinds } from '../../../core/edition/edition.ts'
import { pendingDecisions } from '../../../core/edition/publication.ts'
import type { PublishingStatus } from '../../../operations/publishing/publication-status.ts'
import { Choices } from './Choices.tsx'
import type { PublishingWords } from './publishing-words.ts'
import type { PublishDraft } from './usePublishing.ts'

type Editions = PublishingStatus['editions']
type Props = {
  readonly draft: PublishDraft
  readonly update: (next: Partial<PublishDraft>) => void
  readonly words: PublishingWords
  /** What an erratum can correct, what a withdrawal can call back, and what this edition would be lost on. */
  readonly standing: Editions
  readonly upcoming: Editions
  readonly pending: readonly { readonly number: number; readonly effectiveFrom: string }[]
}

/** Of which kind the edition is, from which day, why, and what becomes of those after it. */
export function PublicationFields({ draft, update, words, standing, upcoming, pending }: Props) {
  const { kind, corrects, withdraws, effectiveFrom, summary, pendingDecision } = draft
  const named = (one: Props['pending'][number]) =>
    `${words.edition(one.number)} ${one.effectiveFrom}`
  const choicesOf = (editions: Editions) => editions.map((one) => [one.number, named(one)] as const)
  return (
    <>
      <Choices
        name="kind"
        legend={words.kind}
        values={editionKinds}
        words={words.kinds}
        chosen={kind}
        choose={(next) =>
          update({ kind: next, corrects: null, withdraws: null, pendingDecision: null })
        }
      />
      {kind === 'erratum' && (
        <EditionChoice
          name="corrects"
          label={words.corrects}
          empty={words.choose}
          chosen={corrects}
          editions={choicesOf(standing)}
          choose={(number) => {
            const corrected = standing.find((one) => one.number === number)
            update({
              corrects: number,
              ...(corrected && { effectiveFrom: corrected.effectiveFrom }),
            })
          }}
        />
      )}
      {kind === 'withdrawal' ? (
        <EditionChoice
          name="withdraws"
          label={words.withdraws}
          empty={words.choose}
          chosen={withdraws}
          editions={choicesOf(upcoming)}
          choose={(number) => update({ withdraws: number })}
        />
      ) : (
        <label className="publishing__field">
          <span>{words.effectiveFrom}</span>
          <input
            type="date"
            name="effectiveFrom"
            value={effectiveFrom}
            onChange={({ target }) =>
              update({ effectiveFrom: target.value, pendingDecision: null })
            }
          />
          <small>{words.effectiveFromTold}</small>
        </label>
      )}
      {(['ja', 'en'] as const).map((code) => (
        <label key={code} className="publishing__field">
          <span>{code === 'ja' ? words.summaryJa : words.summaryEn}</span>
          <textarea
            name={`summary-${code}`}
            rows={2}
            value={summary[code]}
            onChange={({ target }) => update({ summary: { ...summary, [code]: target.value } })}
          />
          {code === 'ja' && <small>{words.summaryTold}</small>}
        </label>
      ))}
      {pending.length > 0 && (
        <div className="publishing__pending">
          <Choices
            name="pendingDecision"
            legend={words.pending(pending.map(named).join('、'))}
            values={pendingDecisions}
            words={words.decisions}
            chosen={pendingDecision}
            choose={(decision) => update({ pendingDecision: decision })}
          />
        </div>
      )}
    </>
  )
}

function EditionChoice({
  name,
  label,
  empty,
  chosen,
  editions,
  choose,
}: {
  readonly name: string
  readonly label: string
  readonly empty: string
  readonly chosen: number | null
  readonly editions: readonly (readonly [number, string])[]
  readonly choose: (number: number | null) => void
}) {
  return (
    <label className="publishing__field">
      <span>{label}</span>
      <select
        name={name}
        value={chosen ?? ''}
        onChange={({ target }) => choose(target.value ? Number(target.value) : null)}
      >
        <option value="">{empty}</option>
        {editions.map(([number, text]) => (
          <option key={number} value={number}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
