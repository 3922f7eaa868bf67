'use client'
import { Gutter } from '@payloadcms/ui'
import { useState } from 'react'
import type { PolicyComparison } from '../../../operations/comparing/compare-policy.ts'
import { DutyText } from '../duties/DutyText.tsx'
import '../duties/duties.css'
import { dutyWords } from '../duties/duty-words.ts'
import { useLanguage } from '../useLanguage.ts'
import { ChangeList } from './ChangeList.tsx'
import { ChooseTexts } from './ChooseTexts.tsx'
import { ComparisonTable } from './ComparisonTable.tsx'
import './comparing.css'
import { type ComparingWords, comparingWords } from './comparing-words.ts'
import { type Asked, useComparison } from './useComparison.ts'

/** The screen on which a policy's working copy, or an edition, is read beside another edition. */
export function CompareView() {
  const language = useLanguage()
  const words = comparingWords(language)
  const [asked, setAsked] = useState<Asked>(nothingAsked)
  const { compared, fileAt } = useComparison(asked)
  const change = (next: Partial<Asked>) => setAsked({ ...asked, ...next })
  if (compared === undefined)
    return (
      <Gutter className="comparing">
        <p role="status">{words.loading}</p>
      </Gutter>
    )
  return (
    <Gutter className="comparing">
      {'policy' in compared ? (
        <>
          <p className="comparing__told">{words.told}</p>
          <ChooseTexts {...{ compared, asked, change, words }} />
          <Comparison {...{ compared, words, language, fileAt }} />
        </>
      ) : (
        <>
          <p role="alert" className="comparing__refusal">
            {compared.detail}
          </p>
          {asked !== nothingAsked && (
            <button type="button" onClick={() => setAsked(nothingAsked)}>
              {words.workingCopy}
            </button>
          )}
        </>
      )}
    </Gutter>
  )
}

const nothingAsked: Asked = { before: null, after: null, effectiveFrom: '', locale: '' }

function Comparison({
  compared,
  words,
  language,
  fileAt,
}: {
  readonly compared: PolicyComparison
  readonly words: ComparingWords
  readonly language: 'ja' | 'en'
  readonly fileAt: (format: string) => string
}) {
  const { changes, duties, disclaimer, table, policy } = compared
  return (
    <>
      <p role="status" className="comparing__count">
        {changes.length === 0 ? words.none : words.changes(changes.length)}
      </p>
      {changes.length > 0 && (
        <ChangeList {...{ changes, duties, policy, words, language, locale: compared.locale }} />
      )}
      {duties.length > 0 && (
        <section className="comparing__section duties">
          <h2>
            {words.duties} ({duties.length})
          </h2>
          <p className="duties__disclaimer">{disclaimer[language]}</p>
          {compared.after.edition === null && <p className="duties__told">{words.publish}</p>}
          <ol>
            {duties.map((duty) => (
              <li key={duty.key} id={`duty-${duty.key}`} className="duty" data-duty={duty.name}>
                <DutyText {...{ duty, language }} words={dutyWords(language)} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <section className="comparing__section">
        <h2>{words.table}</h2>
        <p className="comparing__downloads">
          {words.downloads}:{' '}
          {(['docx', 'pdf', 'html'] as const).map((format) => (
            <a key={format} href={fileAt(format)} target="_blank" rel="noreferrer">
              {format.toUpperCase()}
            </a>
          ))}
        </p>
        <ComparisonTable table={table} />
      </section>
    </>
  )
}
