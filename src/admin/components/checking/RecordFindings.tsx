'use client'
import { useConfig, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation.js'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import './checking.css'
import { type CheckingWords, checkingWords } from './checking-words.ts'
import { FindingText } from './FindingText.tsx'
import { useCheck } from './useCheck.ts'
import { fieldId, useFieldElements } from './useFieldElements.ts'

/**
 * At the top of a record, and on each field that is spoken of: what the check of its policy says. A section knows its
 * policy; a record that several policies print shows what is said of it in the one that the reader comes from.
 */
export function RecordFindings({ policies }: { readonly policies: string }) {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { id, collectionSlug, lastUpdateTime } = useDocumentInfo()
  const asked = useSearchParams().get('policy')
  const own = useFormFields(([fields]) => fields.policy?.value)
  const policy =
    collectionSlug === policies ? id : typeof own === 'string' ? own : (asked ?? undefined)
  const { checked } = useCheck(policies, id && policy ? String(policy) : undefined, {
    since: lastUpdateTime,
  })
  const findings = (checked?.findings ?? []).filter(
    ({ opens }) => opens.collection === collectionSlug && opens.id === String(id),
  )
  const elements = useFieldElements(findings.flatMap(({ opens }) => opens.field ?? []))
  useEffect(() => {
    // Who comes by a link to a field is brought there, also where it has no id.
    for (const [field, element] of elements)
      if (location.hash === `#${fieldId(field)}`) element.scrollIntoView({ block: 'center' })
  }, [elements])
  if (findings.length === 0) return null
  const language = i18n.language === 'en' ? 'en' : 'ja'
  const words = checkingWords(language)
  return (
    <aside className="checking checking--record" aria-label={words.here}>
      <h2>
        {words.here} ({findings.length})
      </h2>
      <ul>
        {findings.map((finding) => (
          <li
            key={finding.key}
            className={`checking__finding checking__finding--${finding.severity}`}
            data-rule={finding.ruleId}
          >
            <FindingText {...{ finding, words, language }} />
            <ToField element={elements.get(finding.opens.field ?? '')} words={words} />
          </li>
        ))}
      </ul>
      <a href={`${config.routes.admin}/collections/${policies}/${policy}/check`}>{words.all}</a>
      {findings.map(({ key, severity, ruleId, message, opens }) => {
        const element = opens.field && elements.get(opens.field)
        return (
          element &&
          createPortal(
            <p
              className={`checking__finding checking__finding--${severity} checking__on-field`}
              data-rule={ruleId}
            >
              {message[language]}
            </p>,
            element,
            key,
          )
        )
      })}
    </aside>
  )
}

function ToField({
  element,
  words,
}: {
  readonly element: Element | undefined
  readonly words: CheckingWords
}) {
  if (!element) return null
  return (
    <div className="checking__actions">
      <button type="button" onClick={() => element.scrollIntoView({ block: 'center' })}>
        {words.toField}
      </button>
    </div>
  )
}
