import type { PlanCounts, PlannedFinding, PlanUnit, RecordChange } from '../../core/bulk/plan.ts'
import { comparisonHtml } from '../../core/render/comparison/html.ts'
import { comparisonText } from '../../core/render/comparison/text.ts'
import { escaped, type Markup } from '../../core/render/markup.ts'
import type { ShownUnit } from '../../operations/bulk/shown-plan.ts'
import { say } from '../language.ts'

/** A plan as it is shown: each unit as it comes, so that the longest plan needs no memory. */
export type PlanReport = {
  readonly begin: (title: string) => string
  readonly unit: (shown: ShownUnit, isFirst: boolean) => string
  readonly end: (counts: PlanCounts, sha256: string) => string
}

export const planReports = {
  text: {
    begin: (title) => `${title}\n`,
    unit: ({ unit, comparisons }) =>
      [
        '',
        `■ ${nameOf(unit)}`,
        ...unit.changes.flatMap((change) => [
          `  ${change.collection}「${change.name}」`,
          ...fieldsOf(change).map(
            ({ field, before, after }) => `    ${field}: ${before} → ${after}`,
          ),
        ]),
        ...unit.policies.flatMap(({ slug, unpublished, appeared, vanished, duties }) => [
          `  ${say({ ja: 'ポリシー', en: 'Policy' })} ${slug}${unpublished ? `（${say(alreadyChanged)}）` : ''}`,
          ...appeared.map((one) => `    ＋ ${finding(one)}`),
          ...vanished.map((one) => `    － ${finding(one)}`),
          ...(duties.length
            ? [
                `    ${say({ ja: '法令上確認する条', en: 'Articles to look at' })}: ${duties.map(say).join(say({ ja: '、', en: ', ' }))}`,
              ]
            : []),
        ]),
        ...comparisons.map(
          ({ table }) =>
            `\n${comparisonText(table)
              .trimEnd()
              .replaceAll(/^(?=.)/gm, '    ')}`,
        ),
        '',
      ].join('\n'),
    end: (counts, sha256) =>
      `\n${countsOf(counts)}\n${say({ ja: '計画', en: 'Plan' })} ${sha256}\n`,
  },
  json: {
    begin: (title) => `{"title":${JSON.stringify(title)},"units":[\n`,
    unit: ({ unit: { read: _, ...unit }, comparisons }, isFirst) =>
      `${isFirst ? '' : ',\n'}${JSON.stringify({
        ...unit,
        comparisons: comparisons.map(({ slug, ...comparison }) => ({
          policy: slug,
          ...comparison,
        })),
      })}`,
    end: (counts, sha256) => `\n],"counts":${JSON.stringify(counts)},"sha256":"${sha256}"}\n`,
  },
  html: {
    begin: (title) =>
      `<!doctype html>\n<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${style}</style></head><body>\n<h1>${escaped(title)}</h1>\n`,
    unit: ({ unit, comparisons }) =>
      `<section>${[
        `<h2>${escaped(nameOf(unit))}</h2>`,
        changesTable(unit),
        ...unit.policies.map(({ slug, unpublished, appeared, vanished, duties }) =>
          list([
            ...(unpublished ? [`${slug}: ${say(alreadyChanged)}`] : []),
            ...appeared.map((one) => `＋ ${finding(one)}`),
            ...vanished.map((one) => `－ ${finding(one)}`),
            ...(duties.length ? [`${slug}: ${duties.map(say).join('、')}`] : []),
          ]),
        ),
        ...comparisons.map(({ table }) => comparisonHtml(table)),
      ].join('\n')}</section>\n`,
    end: (counts, sha256) =>
      `<p>${escaped(countsOf(counts))}</p>\n<p><code>${sha256}</code></p>\n</body></html>\n`,
  },
} satisfies { readonly [format: string]: PlanReport }

const alreadyChanged = {
  ja: '公表していない変更がすでにあります',
  en: 'it has unpublished changes already',
}

const style =
  'body{font-family:system-ui,"Noto Sans JP",sans-serif;line-height:1.7;margin:2rem auto;max-width:70rem;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem .6rem;text-align:left;vertical-align:top}.depth-1{padding-left:1em}.depth-2{padding-left:2em}.depth-3{padding-left:3em}'

const nameOf = ({ organisation }: PlanUnit) =>
  organisation
    ? `${organisation.name}（${organisation.slug}）`
    : say({ ja: '共通の文例', en: 'The shared library' })

const finding = ({ severity, ruleId, message }: PlannedFinding) =>
  `[${severity}] ${say(message)} (${ruleId})`

type ShownField = { readonly field: string; readonly before: string; readonly after: string }

/** The changed fields as a person reads them; what is worked out from bodies is left out. */
function fieldsOf({ after, before }: RecordChange): readonly ShownField[] {
  return Object.entries(after).flatMap(([field, value]) => {
    const was = before.fields[field]
    return isTextByLanguage(value)
      ? Object.keys(value).flatMap((language) => {
          const [old, own] = [inLanguage(was, language), inLanguage(value, language)]
          return shown(old) === shown(own)
            ? []
            : [{ field: `${field}.${language}`, before: shown(old), after: shown(own) }]
        })
      : [{ field, before: shown(was), after: shown(value) }]
  })
}

const isTextByLanguage = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).every((key) => /^[a-z]{2}$/.test(key))
const inLanguage = (value: unknown, language: string): unknown =>
  (value as Record<string, unknown> | null | undefined)?.[language]

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'string') return short(value)
  if (typeof value === 'object' && 'root' in value) return short(proseOf(value.root))
  return short(JSON.stringify(value, (key, inner) => (key === 'id' ? undefined : inner)))
}

/** The prose of a body, to tell it by; its comparison stands below. */
function proseOf(node: unknown): string {
  const { text, children } = (node ?? {}) as { text?: unknown; children?: unknown }
  if (typeof text === 'string') return text
  return Array.isArray(children) ? children.map(proseOf).join('') : ''
}

const short = (text: string) => {
  const line = text.replaceAll(/\s+/gu, ' ')
  return line.length > 120 ? `${line.slice(0, 120)}…` : line
}

function changesTable({ changes }: PlanUnit): Markup {
  if (changes.length === 0) return ''
  const rows = changes.flatMap((change) =>
    fieldsOf(change).map(({ field, before, after }) => {
      const cells = [`${change.collection} ${change.name}`, field, before, after]
      return `<tr>${cells.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`
    }),
  )
  return `<table>${rows.join('\n')}</table>`
}

const list = (items: readonly string[]): Markup =>
  items.length ? `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>` : ''

const countsOf = ({ organisations, records, policies, appeared, vanished, errors }: PlanCounts) => {
  // The order of magnitude, for a transaction of a few records and a publication: `npm run bench:bulk` tells a machine's own.
  const seconds = Math.ceil(organisations * 0.005 + policies * 0.1)
  return say({
    ja: `事業者 ${organisations}、記録 ${records}、ポリシー ${policies}。生じる指摘 ${appeared}（うちエラー ${errors}）、なくなる指摘 ${vanished}。適用と公表は ${seconds} 秒ほどの見込みです。`,
    en: `${organisations} organisations, ${records} records, ${policies} policies. ${appeared} findings appear (${errors} of them errors), ${vanished} vanish. To apply and publish takes about ${seconds} s.`,
  })
}
