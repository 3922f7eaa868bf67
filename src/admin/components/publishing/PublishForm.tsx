'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { recordProblem } from '../../../core/compare/duties/meet.ts'
import { bringsText, editionKinds } from '../../../core/edition/edition.ts'
import {
  pendingAfter,
  pendingDecisions,
  refusePublication,
} from '../../../core/edition/publication.ts'
import type { CheckAnswer } from '../../../operations/check-policy.ts'
import type { PublishingStatus } from '../../../operations/publication-status.ts'
import { useCheck } from '../checking/useCheck.ts'
import { type MetError, Waivers } from '../checking/Waivers.tsx'
import { DutyRecords } from '../duties/DutyRecords.tsx'
import { recordOf } from '../duties/duty-draft.ts'
import { useDuties } from '../duties/useDuties.ts'
import { PartPicker } from './PartPicker.tsx'
import type { PublishingWords } from './publishing-words.ts'
import { useChanges } from './useChanges.ts'
import type { PublishDraft } from './usePublishing.ts'

type Props = {
  readonly status: PublishingStatus
  readonly words: PublishingWords
  readonly language: 'ja' | 'en'
  readonly draft: PublishDraft
  readonly change: (change: Partial<PublishDraft>) => void
  readonly isBusy: boolean
  readonly publish: () => void
}

/** What is to be published, by the rules of publication; asked twice, for an edition is for ever. */
export function PublishForm({ status, words, language, draft, change, isBusy, publish }: Props) {
  const [isReviewed, setReviewed] = useState(false)
  const { editions, today, may, title } = status
  const standing = editions.filter(
    (one) => one.standing && one.standing !== 'withdrawn' && one.standing !== 'corrected',
  )
  const upcoming = standing.filter((one) => one.standing === 'upcoming')
  const pending = pendingAfter(draft, editions, today)
  const refusals = refusePublication(draft, editions, today)
  const objections = refusals.filter(
    ({ code }) =>
      !/-missing$/.test(code) && (draft.effectiveFrom || code !== 'effective-date-unreadable'),
  )
  const day = (number: number, effectiveFrom: string) => `${words.edition(number)} ${effectiveFrom}`
  const isChecked = status.gate && bringsText[draft.kind]
  const isSomething = refusals.length === 0 && draft.only?.length !== 0
  const { checked } = useCheck(
    status.collections.policies,
    isChecked && isSomething ? status.policy : undefined,
    {
      effectiveFrom: draft.effectiveFrom,
      corrects: draft.corrects,
      only: draft.only,
      pendingDecision: draft.pendingDecision,
      since: editions.length,
    },
  )
  const errors = isChecked && checked ? errorsOf(checked) : []
  const asksDuties = status.dutiesGate && bringsText[draft.kind] && isSomething
  const told = useDuties(status.collections.policies, asksDuties ? status.policy : undefined, {
    kind: draft.kind,
    effectiveFrom: draft.effectiveFrom,
    corrects: draft.corrects,
    only: draft.only,
    since: editions.length,
  })
  const isNamed =
    draft.effectiveFrom !== '' && (draft.kind !== 'erratum' || draft.corrects !== null)
  // What is not picked is taken from the text that holds on that day: without one, there is nothing to pick from.
  const holdsFrom = standing.some(({ effectiveFrom }) => effectiveFrom <= draft.effectiveFrom)
  const pickable = useChanges(
    status.collections.policies,
    may.publish && bringsText[draft.kind] && isNamed && holdsFrom ? status.policy : undefined,
    { effectiveFrom: draft.effectiveFrom, corrects: draft.corrects, since: editions.length },
  )
  const duties = asksDuties ? (told?.duties ?? []) : []
  const isRecorded = (key: string) => {
    const { [key]: duty } = draft.duties
    return duty !== undefined && recordProblem(recordOf(key, duty), draft.effectiveFrom) === null
  }
  const isReady =
    may.publish &&
    // Nobody publishes before it is known what stands in the way.
    !(isChecked && checked === undefined) &&
    !(asksDuties && told === undefined) &&
    duties.every(({ key }) => isRecorded(key)) &&
    isSomething &&
    !isBusy &&
    errors.every(({ key }) => (draft.waivers[key] ?? '').trim().length > 1)
  const update = (next: Partial<PublishDraft>) => {
    setReviewed(false)
    // Of another day or edition there are other changes to pick from.
    const isOther = 'kind' in next || 'effectiveFrom' in next || 'corrects' in next
    change({ ...next, ...(isOther && { only: null }) })
  }
  /** What was typed of findings and duties that the picked text does not have is not sent. */
  const review = () => {
    change({
      waivers: among(draft.waivers, errors),
      duties: among(draft.duties, duties),
    })
    setReviewed(true)
  }
  return (
    <section className="publishing__section">
      <h2>{words.form}</h2>
      {!may.publish && <p className="publishing__notice">{words.mayNot}</p>}
      <fieldset className="publishing__form" disabled={!may.publish || isBusy || isReviewed}>
        <Choices
          name="kind"
          legend={words.kind}
          values={editionKinds}
          words={words.kinds}
          chosen={draft.kind}
          choose={(kind) =>
            update({ kind, corrects: null, withdraws: null, pendingDecision: null })
          }
        />
        {draft.kind === 'erratum' && (
          <EditionChoice
            name="corrects"
            label={words.corrects}
            empty={words.choose}
            chosen={draft.corrects}
            editions={standing.map((one) => [one.number, day(one.number, one.effectiveFrom)])}
            choose={(corrects) => {
              const named = editions.find(({ number }) => number === corrects)
              update({ corrects, ...(named && { effectiveFrom: named.effectiveFrom }) })
            }}
          />
        )}
        {draft.kind === 'withdrawal' ? (
          <EditionChoice
            name="withdraws"
            label={words.withdraws}
            empty={words.choose}
            chosen={draft.withdraws}
            editions={upcoming.map((one) => [one.number, day(one.number, one.effectiveFrom)])}
            choose={(withdraws) => update({ withdraws })}
          />
        ) : (
          <label className="publishing__field">
            <span>{words.effectiveFrom}</span>
            <input
              type="date"
              name="effectiveFrom"
              value={draft.effectiveFrom}
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
              value={draft.summary[code]}
              onChange={({ target }) =>
                update({ summary: { ...draft.summary, [code]: target.value } })
              }
            />
            {code === 'ja' && <small>{words.summaryTold}</small>}
          </label>
        ))}
        {pending.length > 0 && (
          <div className="publishing__pending">
            <Choices
              name="pendingDecision"
              legend={words.pending(
                pending.map((one) => day(one.number, one.effectiveFrom)).join('、'),
              )}
              values={pendingDecisions}
              words={words.decisions}
              chosen={draft.pendingDecision}
              choose={(pendingDecision) => update({ pendingDecision })}
            />
          </div>
        )}
        {pickable && pickable.changes.length > 1 && (
          <PartPicker
            told={pickable}
            only={draft.only}
            pick={(only) => update({ only })}
            language={language}
          />
        )}
        <Waivers
          errors={errors}
          reasons={draft.waivers}
          change={(waivers) => update({ waivers })}
          language={language}
        />
        {asksDuties && told && (
          <DutyRecords
            told={told}
            drafts={draft.duties}
            change={(duties) => update({ duties })}
            {...{ today, language }}
          />
        )}
      </fieldset>
      {objections.map(({ code, message }) => (
        <p key={code} className="publishing__refusal" role="alert">
          {message[language]}
        </p>
      ))}
      {isReviewed ? (
        <div className="publishing__review">
          <p>{words.confirmTold(title, words.kinds[draft.kind].label, draft.effectiveFrom)}</p>
          <Button onClick={publish} disabled={!isReady}>
            {isBusy ? words.publishing : words.confirm}
          </Button>
          <Button buttonStyle="secondary" onClick={() => setReviewed(false)} disabled={isBusy}>
            {words.back}
          </Button>
        </div>
      ) : (
        <Button onClick={review} disabled={!isReady}>
          {words.review}
        </Button>
      )}
    </section>
  )
}

/** Of the text itself, and of those that are published again along with it, by the numbers of their editions. */
const errorsOf = ({ findings, reissued }: CheckAnswer): readonly MetError[] =>
  [
    ...findings,
    ...reissued.flatMap(({ number, findings: its }) =>
      its.map((finding) => ({ ...finding, reissues: number })),
    ),
  ].filter(({ severity }) => severity === 'error')

const among = <T,>(
  drafts: { readonly [key: string]: T },
  asked: readonly { readonly key: string }[],
) =>
  Object.fromEntries(
    asked.flatMap(({ key }): [string, T][] => {
      const { [key]: draft } = drafts
      return draft === undefined ? [] : [[key, draft]]
    }),
  )

function Choices<V extends string>({
  name,
  legend,
  values,
  words,
  chosen,
  choose,
}: {
  readonly name: string
  readonly legend: string
  readonly values: readonly V[]
  readonly words: { readonly [K in V]: { readonly label: string; readonly told: string } }
  readonly chosen: V | null
  readonly choose: (value: V) => void
}) {
  const group = useId()
  return (
    <fieldset className="publishing__choices">
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={`${name}-${group}`}
            value={value}
            checked={chosen === value}
            onChange={() => choose(value)}
          />
          <span>{words[value].label}</span>
          <small>{words[value].told}</small>
        </label>
      ))}
    </fieldset>
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
