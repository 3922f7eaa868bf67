'use client'
import { useConfig, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation.js'
import './checking.css'
import { checkingWords } from './checking-words.ts'
import { FindingText } from './FindingText.tsx'
import { useCheck } from './useCheck.ts'

/**
 * At the top of a record: what the check of its policy says of it. A section knows its policy; a record that several
 * policies print shows what is said of it in the one that the reader comes from.
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
          </li>
        ))}
      </ul>
      <a href={`${config.routes.admin}/collections/${policies}/${policy}/check`}>{words.all}</a>
    </aside>
  )
}
