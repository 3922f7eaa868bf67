'use client'
import { getTranslation } from '@payloadcms/translations'
import { useTranslation } from '@payloadcms/ui'
import { type MouseEvent, useRef } from 'react'
import './inline-node-label.css'
import type { NodeProps } from './node-props.ts'
import { stateOf, stateWords } from './node-state.ts'
import { printedNode, valueAt } from './printed.ts'
import { useInlineFields } from './useInlineFields.ts'
import { useNamedRecord } from './useNamedRecord.ts'

/** An inline node in the editor: what it prints in the edited language, and by a click its drawer. */
export function InlineNodeLabel({ words, relations }: NodeProps) {
  const { i18n } = useTranslation()
  const chip = useRef<HTMLButtonElement>(null)
  const fields = useInlineFields(chip)
  const { id, record } = useNamedRecord(fields, relations)

  const name = getTranslation({ ...words }, i18n)
  const text = printedNode(fields, record)
  const state = stateOf({ text, id, record })
  const problem = stateWords[state]
  const target = fields.blockType === 'sectionReference' && record ? valueAt(record, 'heading') : ''
  return (
    <button
      ref={chip}
      type="button"
      className={`inline-node inline-node--${fields.blockType} inline-node--${state}`}
      title={[name, text, target && `→ ${target}`, problem && getTranslation({ ...problem }, i18n)]
        .filter(Boolean)
        .join('\n')}
      onClick={openDrawer}
    >
      {text.replaceAll('\n', ' ') || name}
    </button>
  )
}

/** Payload renders the label and the button of the drawer side by side; a read-only editor has no button. */
function openDrawer(event: MouseEvent<HTMLButtonElement>): void {
  event.currentTarget.parentElement
    ?.querySelector<HTMLButtonElement>('button[class*="editButton"]')
    ?.click()
}
