'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation.js'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import type { RecordCheck } from '../../../operations/checking/check-record.ts'
import { useLanguage } from '../useLanguage.ts'
import './checking.css'
import { type CheckingWords, checkingWords } from './checking-words.ts'
import { FindingText } from './FindingText.tsx'
import type { Finding } from './useCheck.ts'
import { fieldId, useFieldElements } from './useFieldElements.ts'
import { useRecordFindings } from './useRecordFindings.ts'

/**
 * At the top of a record, and on each field that is spoken of: what the checks of the policies that print it say, the
 * policy that the reader comes from first.
 */
export function RecordFindings({ policies }: { readonly policies: string }) {
  const { config } = useConfig()
  const language = useLanguage()
  const { id, collectionSlug, lastUpdateTime } = useDocumentInfo()
  const policy = useSearchParams().get('policy')
  const check = useRecordFindings(collectionSlug, id ? String(id) : undefined, {
    policy,
    since: lastUpdateTime,
  })
  const said = check ? saidIn(check) : []
  const elements = useFieldElements(said.flatMap(({ finding }) => finding.opens.field ?? []))
  useEffect(() => {
    // Who comes by a link to a field is brought there, also where it has no id.
    for (const [field, element] of elements)
      if (location.hash === `#${fieldId(field)}`) element.scrollIntoView({ block: 'center' })
  }, [elements])
  if (!check || said.length === 0) return null
  const words = checkingWords(language)
  const isShared = check.policies.length + check.more > 1
  return (
    <aside className="checking checking--record" aria-label={words.here}>
      <h2>
        {words.here} ({said.length})
      </h2>
      <ul>
        {said.map(({ finding, titles }) => (
          <li
            key={finding.key}
            className={`checking__finding checking__finding--${finding.severity}`}
            data-rule={finding.ruleId}
          >
            <FindingText {...{ finding, words, language }} />
            {isShared && <p className="checking__policies">{words.inPolicies(titles)}</p>}
            <ToField element={elements.get(finding.opens.field ?? '')} words={words} />
          </li>
        ))}
      </ul>
      {check.more > 0 && <p className="checking__more">{words.more(check.more)}</p>}
      <ul className="checking__checks">
        {check.policies
          .filter(({ findings }) => findings.length > 0)
          .map(({ policy, title }) => (
            <li key={policy}>
              <a href={`${config.routes.admin}/collections/${policies}/${policy}/check`}>
                {isShared ? words.allOf(title) : words.all}
              </a>
            </li>
          ))}
      </ul>
      {said.map(({ finding: { key, severity, ruleId, message, opens } }) => {
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

type Said = { readonly finding: Finding; readonly titles: string[] }

/** Each finding once, with the titles of the policies that it was made in. */
function saidIn({ policies }: RecordCheck): readonly Said[] {
  const said = new Map<string, Said>()
  for (const { title, findings } of policies)
    for (const finding of findings) {
      const { ruleId, language, opens, message } = finding
      const name = [ruleId, language, opens.field, message.ja].join('|')
      const known = said.get(name)
      if (!known) said.set(name, { finding: { ...finding, key: name }, titles: [title] })
      else if (!known.titles.includes(title)) known.titles.push(title)
    }
  return [...said.values()]
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
