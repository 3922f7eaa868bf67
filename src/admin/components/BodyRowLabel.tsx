'use client'
import { getTranslation } from '@payloadcms/translations'
import { useRowLabel, useTranslation } from '@payloadcms/ui'
import './body-row-label.css'
import type { NodeProps } from './node-props.ts'
import { stateOf, stateWords } from './node-state.ts'
import { type Fields, idOf, printedRecord, valueAt } from './printed.ts'
import { useNewRow } from './useNewRow.ts'
import { useRecord } from './useRecord.ts'

/** A row of a list in the editor: its marker and what it prints; numbered while it prints nothing. */
export function BodyRowLabel({ words, relations }: NodeProps) {
  const { i18n } = useTranslation()
  const { data, rowNumber = 0 } = useRowLabel<Fields | undefined>()
  const row = data ?? {}
  // Another kind of joint-use fact may still carry the partner that was chosen before.
  const id = row.fact === undefined || row.fact === 'partner' ? idOf(row.record) : undefined
  const record = useRecord(relations.record, id)

  const text = id ? printedRecord(record) : valueAt(row, 'text')
  const state = stateOf({ text, id, record })
  useNewRow(state === 'empty')
  const problem = state === 'empty' ? null : stateWords[state]
  const printed = valueAt(row, 'marker') + text
  return (
    <span className={`body-row body-row--${state}`} title={printed}>
      {row.joined === true && <span className="body-row__joined">↳ </span>}
      {text ? printed : `${getTranslation({ ...words }, i18n)} ${rowNumber + 1}`}
      {problem && <em className="body-row__problem">{getTranslation({ ...problem }, i18n)}</em>}
    </span>
  )
}
