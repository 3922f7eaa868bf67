import { readInstant } from '../edition/instant.ts'
import { shortened } from '../shortened.ts'
import { recordIdProblem } from '../validate/record-id.ts'
import type { Words } from '../words.ts'
import type { FieldPath } from './flaw.ts'
import type { FieldShape, RecordShape } from './record-shape.ts'

/** What is wrong with one property of a record. */
export type RecordFlaw = { readonly path: FieldPath; readonly why: Words }

/** How a record is to be read: in which languages, and which of them every text has. */
export type Languages = { readonly all: readonly string[]; readonly base: string }

/**
 * What of a record is not as its collection has it: properties that nobody knows, values of another type, languages
 * that are not there, what is required and missing. `needed` names the text that must be there in the base language.
 */
export function recordFlaws(
  record: unknown,
  shape: RecordShape,
  { languages, needed }: { readonly languages: Languages; readonly needed: string | null },
): readonly RecordFlaw[] {
  if (!isObject(record)) return [{ path: [], why: expected('{ … }', record) }]
  const flaws: RecordFlaw[] = []
  const flaw = (path: FieldPath, why: Words) => flaws.push({ path, why })
  fields(record, shape, [])
  const text = needed === null ? null : record[needed]
  if (needed !== null && !(isObject(text) && isText(text[languages.base]) && text[languages.base]))
    flaw([needed], {
      ja: `言語 ${languages.base} の文がありません。入力してください。`,
      en: `There is no text in \`${languages.base}\`. Write it.`,
    })
  return flaws

  function fields(value: object, shapes: RecordShape, path: FieldPath): void {
    const known = new Map(shapes.map((field) => [field.name, field]))
    for (const [name, inner] of Object.entries(value)) {
      const field = known.get(name)
      if (!field) flaw([...path, name], unknownField(name, [...known.keys()]))
      else if (field.localised) localised(inner, field, [...path, name])
      else one(inner, field, [...path, name])
    }
    for (const { name, required } of shapes)
      if (required && !Object.hasOwn(value, name)) flaw([...path, name], missing)
  }

  function localised(value: unknown, field: FieldShape, path: FieldPath): void {
    if (!isObject(value)) {
      const example = languages.all.map((language) => `"${language}": …`).join(', ')
      flaw(path, expected(`{ ${example} }`, value))
      return
    }
    for (const [language, inner] of Object.entries(value))
      if (languages.all.includes(language)) one(inner, field, [...path, language])
      else flaw([...path, language], unknownLanguage(language, languages.all))
  }

  function one(value: unknown, field: FieldShape, path: FieldPath): void {
    if (value === null && !field.required) return
    const each = (check: (item: unknown, place: FieldPath) => void) => {
      if (Array.isArray(value)) for (const [i, item] of value.entries()) check(item, [...path, i])
      else flaw(path, expected('[ … ]', value))
    }
    const within = (inner: unknown, shapes: RecordShape, place: FieldPath) => {
      if (isObject(inner)) fields(inner, shapes, place)
      else flaw(place, expected('{ … }', inner))
    }
    const among = (item: unknown, options: readonly string[], place: FieldPath) => {
      if (!options.includes(item as string)) flaw(place, notAmong(item, options))
    }
    if (field.type === 'rows') each((row, place) => within(row, field.fields, place))
    else if (field.type === 'group') within(value, field.fields, path)
    else if (field.type === 'choices') each((item, place) => among(item, field.options, place))
    else if (field.type === 'choice') among(value, field.options, path)
    else {
      const { holds, example } = plain[field.type]
      if (!holds(value)) flaw(path, expected(example, value))
      else if (unstorable.test(typeof value === 'string' ? value : JSON.stringify(value)))
        flaw(path, notStorable)
    }
  }
}

export const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string'

const plain = {
  relation: {
    holds: (value: unknown) => isText(value) && recordIdProblem(value) === null,
    example: '"019…" (UUID)',
  },
  text: { holds: isText, example: '"…"' },
  boolean: { holds: (value: unknown) => typeof value === 'boolean', example: 'true / false' },
  number: { holds: (value: unknown) => Number.isFinite(value), example: '1' },
  instant: {
    holds: (value: unknown) => isText(value) && readInstant(value) === value,
    example: '"2025-03-03T01:02:03.123Z"',
  },
  body: {
    holds: (value: unknown) =>
      isObject(value) && isObject(value.root) && Array.isArray(value.root.children),
    example: '{ "root": { "type": "root", "children": [ … ] } }',
  },
} as const

/** PostgreSQL keeps neither NUL nor half a character; JSON.stringify writes both as escapes. */
const unstorable = /[\0\p{Surrogate}]|(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/u

const missing: Words = {
  ja: '必須の項目がありません。書き加えてください。',
  en: 'It is required and missing. Add it.',
}

const notStorable: Words = {
  ja: '保存できない文字（NUL、または片方だけのサロゲート）があります。取り除いてください。',
  en: 'It has a character that cannot be stored (NUL, or half a surrogate pair). Take it out.',
}

const unknownField = (name: string, known: readonly string[]): Words => ({
  ja: `「${name}」という項目はありません。ある項目: ${known.join('、')}`,
  en: `There is no field \`${name}\`. There are: ${known.join(', ')}.`,
})

const unknownLanguage = (language: string, known: readonly string[]): Words => ({
  ja: `「${language}」という言語はありません。ある言語: ${known.join('、')}`,
  en: `There is no language \`${language}\`. There are: ${known.join(', ')}.`,
})

const notAmong = (value: unknown, options: readonly string[]): Words => {
  const some = options.length > 20 ? [...options.slice(0, 20), '…'] : options
  return {
    ja: `${shown(value)} は選べません。選べる値: ${some.join('、')}`,
    en: `${shown(value)} is none of the choices: ${some.join(', ')}.`,
  }
}

const expected = (example: string, value: unknown): Words => ({
  ja: `${example} の形で指定してください（${shown(value)} になっています）。`,
  en: `Expected ${example}, not ${shown(value)}.`,
})

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return `\`${shortened(text, 60)}\``
}
