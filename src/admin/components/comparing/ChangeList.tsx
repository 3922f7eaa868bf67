'use client'
import { useConfig } from '@payloadcms/ui'
import { fieldOf, howWords, subjectWords } from '../../../core/compare/changes/words.ts'
import { articleName } from '../../../core/compare/duties/words.ts'
import type { PolicyComparison } from '../../../operations/comparing/compare-policy.ts'
import type { ComparingWords } from './comparing-words.ts'

type Props = Pick<PolicyComparison, 'changes' | 'duties' | 'policy' | 'locale'> & {
  readonly words: ComparingWords
  readonly language: 'ja' | 'en'
}

/** What changed as a lawyer names it, by which law it matters, and the record that says it. */
export function ChangeList({ changes, duties, policy, locale, words, language }: Props) {
  const { config } = useConfig()
  const lawOf = (key: string) => {
    const articles = duties.find((duty) => duty.key === key)?.articles ?? []
    return articles
      .map((article) => articleName(article)[language])
      .join(language === 'ja' ? '、' : ', ')
  }
  return (
    <table className="comparing__changes">
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.was}</th>
          <th scope="col">{words.is}</th>
          <th scope="col">{words.law}</th>
          <th scope="col">{words.record}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr
            key={[
              change.of,
              change.how,
              change.before,
              change.after,
              change.where.before,
              change.where.after,
            ].join('|')}
            data-change={`${change.of} ${change.how}`}
          >
            <th scope="row">
              {subjectWords[change.of][language]}
              <span className={`comparing__how comparing__how--${change.how}`}>
                {howWords[change.how][language]}
              </span>
              <span className="comparing__field">{fieldOf(change)?.[language]}</span>
            </th>
            <td lang={locale}>{change.before ?? words.nothing}</td>
            <td lang={locale}>{change.after ?? words.nothing}</td>
            <td>
              {change.duties.map((key) => (
                <a key={key} className="comparing__law" href={`#duty-${key}`}>
                  {lawOf(key)}
                </a>
              ))}
            </td>
            <td>
              {change.opens && (
                <a
                  href={`${config.routes.admin}/collections/${change.opens.collection}/${change.opens.id}?policy=${policy}`}
                >
                  {words.open}
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
