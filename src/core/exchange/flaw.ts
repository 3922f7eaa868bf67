import type { Words } from '../words.ts'

/** A property of a record: `lines`, `lines` 2 `label` `ja`. */
export type FieldPath = readonly (string | number)[]

/** What is wrong with something that is to be imported, and what to do. */
export type ImportFlaw = {
  readonly file: string
  /** From 1; null for what is wrong with the file as a whole. */
  readonly line: number | null
  readonly column: number | null
  /** As `fieldName` spells it; '' for the whole record. */
  readonly field: string
  readonly why: Words
}

/** `lines[2].label.ja` */
export function fieldName(path: FieldPath): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`))
    .join('')
}

/** The path of such a name. */
export const fieldPath = (name: string): FieldPath =>
  name
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))

/** `organisations/aoba/organisation.json:12:5 legalName: …` */
export function flawSentence({ file, line, column, field, why }: ImportFlaw): Words {
  const at = [file, ...(line === null ? [] : [line]), ...(column === null ? [] : [column])]
  const place = at.join(':') + (field ? ` ${field}` : '')
  return { ja: `${place}: ${why.ja}`, en: `${place}: ${why.en}` }
}
