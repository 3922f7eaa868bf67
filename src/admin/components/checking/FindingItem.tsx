'use client'
import { Button, useConfig } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { ownPlaceOf } from '../../../core/check/suppression.ts'
import type { CheckingWords } from './checking-words.ts'
import { FindingText } from './FindingText.tsx'
import type { Finding } from './useCheck.ts'
import { fieldId } from './useFieldElements.ts'

type Props = {
  readonly finding: Finding
  readonly policy: string
  readonly words: CheckingWords
  readonly language: 'ja' | 'en'
  readonly mayEdit: boolean
  readonly isBusy: boolean
  readonly fix: () => void
  readonly suppress: (place: string | null, reason: string) => void
}

/** One finding with what can be done about it: open its record, mend it, suppress it with a reason. */
export function FindingItem(props: Props) {
  const { finding, policy, words, language, mayEdit, isBusy, fix } = props
  const { config } = useConfig()
  const [isAsked, setAsked] = useState(false)
  const { opens } = finding
  const field = opens.field ? `#${fieldId(opens.field)}` : ''
  const href = `${config.routes.admin}/collections/${opens.collection}/${opens.id}?policy=${policy}${field}`
  return (
    <li
      className={`checking__finding checking__finding--${finding.severity}`}
      data-rule={finding.ruleId}
    >
      <FindingText {...{ finding, words, language }} />
      <div className="checking__actions">
        <a href={href}>{words.open}</a>
        {mayEdit && finding.fix && (
          <button type="button" disabled={isBusy} onClick={fix} title={finding.fix.title[language]}>
            {words.fix}: {finding.fix.title[language]}
          </button>
        )}
        {mayEdit && (
          <button
            type="button"
            disabled={isBusy}
            aria-expanded={isAsked}
            onClick={() => setAsked(!isAsked)}
          >
            {words.suppress}
          </button>
        )}
      </div>
      {isAsked && <SuppressForm {...props} close={() => setAsked(false)} />}
    </li>
  )
}

function SuppressForm({
  finding: { place },
  words,
  isBusy,
  suppress,
  close,
}: Props & { readonly close: () => void }) {
  const name = useId()
  const where = place.record?.id ?? place.section ?? ownPlaceOf(place)
  const [isWhole, setWhole] = useState(where === null)
  const [reason, setReason] = useState('')
  return (
    <div className="checking__suppress">
      <fieldset>
        <label>
          <input type="radio" name={name} checked={isWhole} onChange={() => setWhole(true)} />{' '}
          {words.suppressRule}
        </label>
        {where !== null && (
          <label>
            <input type="radio" name={name} checked={!isWhole} onChange={() => setWhole(false)} />{' '}
            {words.suppressPlace}
          </label>
        )}
      </fieldset>
      <label>
        <span>{words.reason}</span>
        <textarea rows={2} value={reason} onChange={({ target }) => setReason(target.value)} />
      </label>
      <Button
        size="small"
        disabled={isBusy || reason.trim().length < 2}
        onClick={() => {
          close()
          suppress(isWhole ? null : where, reason.trim())
        }}
      >
        {words.confirm}
      </Button>
      <Button size="small" buttonStyle="secondary" onClick={close}>
        {words.back}
      </Button>
    </div>
  )
}
