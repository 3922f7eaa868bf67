import type { Words } from '../words.ts'
import type { Edit, Finding, Severity } from './finding.ts'
import { rules } from './rules/index.ts'
import type { SourceMap } from './source-map.ts'
import type { Suppressed } from './suppression.ts'

/** What of SARIF 2.1.0 (OASIS, 27 March 2020) findings need; the names are the standard's. */
export type SarifLog = {
  readonly $schema: string
  readonly version: '2.1.0'
  readonly runs: readonly [SarifRun]
}
type SarifRun = {
  readonly tool: { readonly driver: SarifDriver }
  readonly language: string
  readonly columnKind: 'utf16CodeUnits'
  readonly results: readonly SarifResult[]
}
type SarifDriver = {
  readonly name: string
  readonly rules: readonly {
    readonly id: string
    readonly shortDescription: SarifMessage
    readonly defaultConfiguration: { readonly level: SarifLevel }
  }[]
}
type SarifMessage = { readonly text: string }
type SarifLevel = 'error' | 'warning' | 'note'
type SarifRegion = {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
  readonly snippet?: SarifMessage
}
type SarifResult = {
  readonly ruleId: string
  readonly level: SarifLevel
  readonly message: SarifMessage
  readonly locations: readonly {
    readonly physicalLocation?: {
      readonly artifactLocation: { readonly uri: string }
      readonly region?: SarifRegion
    }
    readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[]
  }[]
  readonly partialFingerprints: { readonly 'finding/v1': string }
  readonly properties: {
    readonly law: string | null
    readonly isQuestion: boolean
    readonly evidence: readonly string[]
  }
  readonly fixes?: readonly {
    readonly description: SarifMessage
    readonly artifactChanges: readonly {
      readonly artifactLocation: { readonly uri: string }
      readonly replacements: readonly {
        readonly deletedRegion: SarifRegion
        readonly insertedContent: SarifMessage
      }[]
    }[]
  }[]
  readonly suppressions?: readonly {
    readonly kind: 'external'
    readonly justification: string
  }[]
}

export type SarifSubject = {
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  readonly language: 'ja' | 'en'
  /** The file that was checked; null for records. */
  readonly uri: string | null
  /** Where printed characters stand in that file, if that is known. */
  readonly source: SourceMap | null
}

/** Findings as a log of the Static Analysis Results Interchange Format. */
export function sarifLog({ findings, suppressed, ...subject }: SarifSubject): SarifLog {
  const { language } = subject
  const say = (words: Words): SarifMessage => ({ text: words[language] })
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'privacy-policy',
            rules: rules.map(({ id, title, severity }) => ({
              id,
              shortDescription: say(title),
              defaultConfiguration: { level: levels[severity] },
            })),
          },
        },
        language,
        columnKind: 'utf16CodeUnits',
        results: [
          ...findings.map((finding) => resultOf(finding, subject)),
          ...suppressed.map(({ finding, reason }) => ({
            ...resultOf(finding, subject),
            suppressions: [{ kind: 'external' as const, justification: reason }],
          })),
        ],
      },
    ],
  }
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  SarifLevel
>

type Subject = Omit<SarifSubject, 'findings' | 'suppressed'>

function resultOf(finding: Finding, { language, uri, source }: Subject): SarifResult {
  const { ruleId, severity, message, law, place, key, isQuestion, evidence, fix } = finding
  const { record, field, section } = place
  const name = [record?.collection ?? 'policy', record?.id ?? section, field].filter(Boolean)
  const region = source && place.end > place.start ? regionOf(place, source) : null
  return {
    ruleId,
    level: levels[severity],
    message: { text: message[language] },
    locations: [
      {
        ...(uri !== null && {
          physicalLocation: {
            artifactLocation: { uri },
            ...(region && { region: { ...region, snippet: { text: place.text } } }),
          },
        }),
        logicalLocations: [{ fullyQualifiedName: name.join('/') }],
      },
    ],
    partialFingerprints: { 'finding/v1': key },
    properties: { law: law?.article[language] ?? null, isQuestion, evidence },
    ...(fix &&
      source &&
      uri !== null && {
        fixes: [
          {
            description: { text: fix.title[language] },
            artifactChanges: [
              {
                artifactLocation: { uri },
                replacements: fix.edits.map((edit) => ({
                  deletedRegion: regionOf(edit, source),
                  insertedContent: { text: edit.replacement },
                })),
              },
            ],
          },
        ],
      }),
  }
}

function regionOf({ start, end }: Pick<Edit, 'start' | 'end'>, source: SourceMap): SarifRegion {
  const first = source.positionOf(start)
  const last = source.positionOf(end - 1)
  return {
    startLine: first.line,
    startColumn: first.column,
    endLine: last.line,
    endColumn: last.column + 1,
  }
}
