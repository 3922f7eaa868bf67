'use client'
import { Gutter, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { severities } from '../../../core/check/finding.ts'
import type { CheckAnswer } from '../../../operations/checking/check-policy.ts'
import { useLanguage } from '../useLanguage.ts'
import './checking.css'
import { type CheckingWords, checkingWords } from './checking-words.ts'
import { FindingItem } from './FindingItem.tsx'
import { FindingText } from './FindingText.tsx'
import { type Finding, useCheck } from './useCheck.ts'

/** The screen on which a policy's findings are read and dealt with, the gravest first, section by section. */
export function CheckView() {
  const language = useLanguage()
  const words = checkingWords(language)
  const { id, collectionSlug } = useDocumentInfo()
  const check = useCheck(String(collectionSlug), String(id))
  const { checked } = check
  if (checked === undefined || checked === null)
    return (
      <Gutter className="checking">
        <p role={checked === null ? 'alert' : 'status'}>
          {checked === null ? words.failed : words.loading}
        </p>
      </Gutter>
    )
  return (
    <Gutter className="checking">
      <Findings {...{ ...check, checked, words, language }} />
    </Gutter>
  )
}

type Props = Omit<ReturnType<typeof useCheck>, 'checked'> & {
  readonly checked: CheckAnswer
  readonly words: CheckingWords
  readonly language: 'ja' | 'en'
}

function Findings({ checked, words, language, reload, fix, suppress }: Props) {
  const [isBusy, setBusy] = useState(false)
  const [told, setTold] = useState('')
  const { findings, suppressed, policy, may, incomplete } = checked
  const work = async (doIt: () => Promise<object | null | undefined>, done: string) => {
    setBusy(true)
    setTold('')
    const answer = await doIt()
    await reload()
    setTold(answer ? done : words.failed)
    setBusy(false)
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return (
    <>
      <p>{words.told(checked.effectiveFrom)}</p>
      <p role="status" className="checking__count">
        {findings.length ? words.count(errors, findings.length) : words.nothing} {told}
      </p>
      {Object.keys(incomplete).map((code) => (
        <p key={code}>{words.incomplete(words.languages[code] ?? code)}</p>
      ))}
      {severities.map((severity) => {
        const own = findings.filter((finding) => finding.severity === severity)
        if (own.length === 0) return null
        return (
          <section key={severity} className="checking__group">
            <h2>
              {words.severities[severity]} ({own.length})
            </h2>
            {bySection(own).map(([section, some]) => (
              <section key={section ?? ''}>
                <h3>{section ? (checked.headings[section] ?? words.whole) : words.whole}</h3>
                <ul>
                  {some.map((finding) => (
                    <FindingItem
                      key={finding.key}
                      {...{ finding, policy, words, language, isBusy }}
                      mayEdit={may.edit}
                      fix={() => work(() => fix(finding.key), words.fixed)}
                      suppress={(place, reason) =>
                        work(
                          () => suppress({ rule: finding.ruleId, reason, ...(place && { place }) }),
                          '',
                        )
                      }
                    />
                  ))}
                </ul>
              </section>
            ))}
          </section>
        )
      })}
      {suppressed.length > 0 && (
        <details className="checking__suppressed">
          <summary>
            {words.suppressed} ({suppressed.length})
          </summary>
          <ul>
            {suppressed.map(({ finding, reason }) => (
              <li key={finding.key} className="checking__finding">
                <FindingText {...{ finding, words, language }} />
                <p>
                  {words.reason}: {reason}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** The findings of each section, in the order in which they come. */
function bySection(findings: readonly Finding[]): [string | null, Finding[]][] {
  const groups = new Map<string | null, Finding[]>()
  for (const finding of findings) {
    const { section } = finding.place
    const group = groups.get(section)
    if (group) group.push(finding)
    else groups.set(section, [finding])
  }
  return [...groups]
}
