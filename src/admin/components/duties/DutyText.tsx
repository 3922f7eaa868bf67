'use client'
import { fieldOf, howWords, subjectWords } from '../../../core/compare/changes/words.ts'
import type { OpenDuty } from '../../../core/compare/duties/open-duties.ts'
import { articleName, askedWords, dutyWhenWords } from '../../../core/compare/duties/words.ts'
import type { DutyWords } from './duty-words.ts'

type Props = {
  readonly duty: Pick<OpenDuty, 'articles' | 'asks' | 'when' | 'reason' | 'changes'>
  readonly words: DutyWords
  readonly language: 'ja' | 'en'
}

/** A duty: by which law, what is asked and when, why, and which changes raise it. */
export function DutyText({ duty, words, language }: Props) {
  const { reason, changes } = duty
  return (
    <>
      <DutyLaw {...{ duty, language }} />
      <p className="duty__reason">{reason[language]}</p>
      <p className="duty__raised">{words.raisedBy}</p>
      <ul className="duty__changes">
        {changes.map((change) => (
          <li
            key={`${change.language} ${change.of} ${change.how} ${change.before} ${change.after}`}
            lang={change.language}
          >
            <span lang={language}>
              {[subjectWords[change.of], fieldOf(change), howWords[change.how]]
                .flatMap((one) => one?.[language] ?? [])
                .join('・')}
            </span>{' '}
            {change.before !== null && <del>{change.before}</del>}
            {change.before !== null && change.after !== null && ' → '}
            {change.after !== null && <ins>{change.after}</ins>}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The articles, and what they may ask for. */
export function DutyLaw({
  duty: { articles, asks, when },
  language,
}: {
  readonly duty: Pick<OpenDuty, 'articles' | 'asks' | 'when'>
  readonly language: 'ja' | 'en'
}) {
  return (
    <p className="duty__law">
      <strong>
        {articles
          .map((article) => articleName(article)[language])
          .join(language === 'ja' ? '、' : ', ')}
      </strong>{' '}
      {asks.map((asked) => (
        <span key={asked} className="duty__asked">
          {askedWords[asked][language]}
        </span>
      ))}{' '}
      <span className="duty__when">{dutyWhenWords[when][language]}</span>
    </p>
  )
}
