'use client'
import { useId } from 'react'
import { daysBetween, isCalendarDay } from '../../../core/calendar.ts'
import { recordProblem } from '../../../core/compare/duties/meet.ts'
import type { OpenDuty } from '../../../core/compare/duties/open-duties.ts'
import type { DutiesAhead } from '../../../operations/publishing/duties-ahead.ts'
import { DutyText } from './DutyText.tsx'
import './duties.css'
import { blankDuty, type DutyDraft, type DutyDrafts, recordOf } from './duty-draft.ts'
import { type DutyWords, dutyWords } from './duty-words.ts'

type Props = {
  readonly told: Pick<DutiesAhead, 'duties' | 'disclaimer' | 'effectiveFrom'>
  readonly drafts: DutyDrafts
  readonly change: (drafts: DutyDrafts) => void
  readonly today: string
  readonly language: 'ja' | 'en'
}

/** The checklist before publishing: each duty with its law, what raises it, and room for how it is met. */
export function DutyRecords({ told, drafts, change, today, language }: Props) {
  const words = dutyWords(language)
  const { duties, disclaimer, effectiveFrom } = told
  if (duties.length === 0) return null
  const draftOf = (key: string) => drafts[key] ?? blankDuty(today)
  return (
    <section className="duties" aria-labelledby="duties-heading">
      <h3 id="duties-heading">
        {words.heading} ({duties.length})
      </h3>
      <p className="duties__disclaimer">{disclaimer[language]}</p>
      <p className="duties__told">{words.told}</p>
      <ol>
        {duties.map((duty, i) => {
          const before = duties[i - 1]
          return (
            <li key={duty.key} className="duty" data-duty={duty.name}>
              <DutyText {...{ duty, words, language }} />
              <DutyForm
                {...{ duty, words, language, effectiveFrom }}
                draft={draftOf(duty.key)}
                change={(draft) => change({ ...drafts, [duty.key]: draft })}
                copy={before && (() => change({ ...drafts, [duty.key]: draftOf(before.key) }))}
              />
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function DutyForm({
  duty,
  words,
  language,
  effectiveFrom,
  draft,
  change,
  copy,
}: {
  readonly duty: OpenDuty
  readonly words: DutyWords
  readonly language: 'ja' | 'en'
  readonly effectiveFrom: string
  readonly draft: DutyDraft
  readonly change: (draft: DutyDraft) => void
  readonly copy: (() => void) | undefined
}) {
  const name = useId()
  const update = (next: Partial<DutyDraft>) => change({ ...draft, ...next })
  const isBegun = draft.how === 'met' ? draft.where !== '' : draft.reason !== ''
  const problem = isBegun ? recordProblem(recordOf(duty.key, draft), effectiveFrom) : null
  const days = isCalendarDay(draft.when) ? daysBetween(draft.when, effectiveFrom) : 0
  return (
    <div className="duty__form">
      <fieldset className="duty__how">
        <legend>{words.how}</legend>
        {(['met', 'waived'] as const).map((how) => (
          <label key={how}>
            <input
              type="radio"
              name={name}
              value={how}
              checked={draft.how === how}
              onChange={() => update({ how })}
            />{' '}
            {words[how]}
          </label>
        ))}
        {copy && (
          <button type="button" className="duty__copy" onClick={copy}>
            {words.copy}
          </button>
        )}
      </fieldset>
      {draft.how === 'met' ? (
        <div className="duty__met">
          <label className="publishing__field">
            <span>{words.where}</span>
            <input
              type="text"
              name="where"
              value={draft.where}
              onChange={({ target }) => update({ where: target.value })}
            />
            <small>{words.whereTold}</small>
          </label>
          <label className="publishing__field">
            <span>{words.when}</span>
            <input
              type="date"
              name="when"
              value={draft.when}
              onChange={({ target }) => update({ when: target.value })}
            />
          </label>
          <label className="publishing__field">
            <span>{words.leadDays}</span>
            <input
              type="number"
              name="leadDays"
              min={0}
              value={draft.leadDays}
              onChange={({ target }) => update({ leadDays: target.value })}
            />
            {days > 0 && <small>{words.leadDaysTold(days)}</small>}
          </label>
          <label className="publishing__field">
            <span>{words.note}</span>
            <textarea
              name="note"
              rows={1}
              value={draft.note}
              onChange={({ target }) => update({ note: target.value })}
            />
          </label>
        </div>
      ) : (
        <label className="publishing__field">
          <span>{words.reason}</span>
          <textarea
            name="reason"
            rows={2}
            value={draft.reason}
            onChange={({ target }) => update({ reason: target.value })}
          />
        </label>
      )}
      {problem && (
        <p role="alert" className="publishing__refusal">
          {problem[language]}
        </p>
      )}
    </div>
  )
}
