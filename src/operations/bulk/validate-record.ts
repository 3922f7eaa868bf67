import { type FlattenedField, isolateObjectProperty, type PayloadRequest } from 'payload'
import type { Fields } from '../../core/bulk/plan.ts'
import type { BulkCollection } from '../../core/bulk/records.ts'
import { relationKinds } from '../../core/lexical/relations.ts'
import type { Words } from '../../core/words.ts'
import type { Doc } from '../database/local-api.ts'
import { settingsOf } from '../settings.ts'
import { bodyFields } from './read-records.ts'
import { inLocale, isLocalised, list, storedFields } from './record-shape.ts'

/** What is wrong with a field of a record, in which language of it. */
export type FieldProblem = { readonly field: string; readonly message: Words }

const settled = new Set([
  'id',
  'createdAt',
  'updatedAt',
  'deletedAt',
  'bulkUpdate',
  'organisation',
  'policy',
])
const derived: readonly string[] = [...relationKinds, 'references']

/** Fields that no change may write: whose a record is, where it stands, and what is worked out from its bodies. */
export function isSettled(field: string, collection: BulkCollection): boolean {
  return (
    settled.has(field) ||
    field.startsWith('_') ||
    (bodyFields[collection] !== undefined && derived.includes(field))
  )
}

/** The fields that a change names and the collection does not have, or that are not for a change to write. */
export function unknownFields(
  changed: Fields,
  fields: readonly FlattenedField[],
  collection: BulkCollection,
): readonly FieldProblem[] {
  const known = fields.map(({ name }) => name).filter((name) => !isSettled(name, collection))
  return Object.keys(changed).flatMap((field) =>
    known.includes(field)
      ? []
      : {
          field,
          message: isSettled(field, collection)
            ? {
                ja: `項目「${field}」は一括更新では変更できません。`,
                en: `The field \`${field}\` is not for a bulk update to change.`,
              }
            : {
                ja: `項目「${field}」はありません。ある項目: ${known.join('、')}`,
                en: `There is no field \`${field}\`. There are: ${known.join(', ')}.`,
              },
        },
  )
}

/** What is wrong with the shape of fields, before anything is made of them: a text where rows are due, and the like. */
export function shapeProblems(
  changed: Fields,
  fields: readonly FlattenedField[],
  languages: readonly string[],
  path = '',
): readonly FieldProblem[] {
  return fields.flatMap((field): readonly FieldProblem[] => {
    if (!(field.name in changed)) return []
    const value = changed[field.name]
    const place = path + field.name
    if (value === null || value === undefined) return []
    if (!isLocalised(field)) return ofField(field, value, place, languages)
    if (!isObject(value))
      return [shape(place, `{ ${languages.map((one) => `${one}: …`).join(', ')} }`)]
    const strange = Object.keys(value).filter((language) => !languages.includes(language))
    if (strange.length) return [shape(`${place}.${strange[0]}`, languages.join(', '))]
    return Object.entries(value).flatMap(([language, own]) =>
      own === null ? [] : ofField(field, own, `${place}.${language}`, languages),
    )
  })
}

function ofField(
  field: FlattenedField,
  value: unknown,
  place: string,
  languages: readonly string[],
): readonly FieldProblem[] {
  if (field.type === 'array') {
    if (!Array.isArray(value) || !value.every(isObject)) return [shape(place, '[{ … }]')]
    return value.flatMap((row, i) => [
      ...Object.keys(row)
        .filter((name) => name !== 'id' && !field.flattenedFields.some((own) => own.name === name))
        .map((name) => shape(`${place}.${i}.${name}`, namesOf(field.flattenedFields))),
      ...shapeProblems(row, field.flattenedFields, languages, `${place}.${i}.`),
    ])
  }
  if (field.type === 'group' || field.type === 'tab') {
    if (!isObject(value)) return [shape(place, '{ … }')]
    return shapeProblems(value, field.flattenedFields, languages, `${place}.`)
  }
  if ('hasMany' in field && field.hasMany)
    return Array.isArray(value) && value.every((one) => typeof one === 'string')
      ? []
      : [shape(place, '["…"]')]
  switch (field.type) {
    case 'checkbox':
      return typeof value === 'boolean' ? [] : [shape(place, 'true, false')]
    case 'number':
      return typeof value === 'number' ? [] : [shape(place, '1')]
    case 'richText':
      return isObject(value) && isObject(value.root) ? [] : [shape(place, '{ root: … }')]
    case 'json':
      return []
    default:
      return typeof value === 'string' ? [] : [shape(place, '"…"')]
  }
}

const namesOf = (fields: readonly FlattenedField[]) => fields.map(({ name }) => name).join(', ')
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const shape = (field: string, wanted: string): FieldProblem => ({
  field,
  message: {
    ja: `値の形が違います。次のように書いてください: ${wanted}`,
    en: `The value has another shape than ${wanted}.`,
  },
})

/**
 * What the collection's own validation says of the changed fields of a record, in each language that they change in:
 * what a save in the admin would be refused for.
 */
export async function fieldProblems(
  collection: BulkCollection,
  before: Doc,
  after: Doc,
  changed: readonly string[],
  req: PayloadRequest,
): Promise<readonly FieldProblem[]> {
  const { locales } = settingsOf(req.payload)
  const fields = storedFields(req.payload, collection)
  const problems: FieldProblem[] = []
  const [base] = Object.keys(locales)
  for (const [language, code] of Object.entries(locales)) {
    const [old, own] = [before, after].map((doc) => inLocale(fields, doc, code)) as [Fields, Fields]
    const differ = changed.filter((name) => JSON.stringify(old[name]) !== JSON.stringify(own[name]))
    if (differ.length === 0) continue
    const asked = isolateObjectProperty(req, ['locale', 'fallbackLocale'])
    if (code !== null) Object.assign(asked, { locale: code, fallbackLocale: null })
    const ask: Asking = {
      id: after.id,
      data: own,
      language: language === base ? '' : language,
      req: asked,
    }
    for (const field of fields)
      if (differ.includes(field.name)) problems.push(...(await ofStored(field, old, own, '', ask)))
  }
  return problems
}

type Asking = {
  readonly id: string
  readonly data: Fields
  /** Empty for the base language. */
  readonly language: string
  readonly req: PayloadRequest
}

async function ofStored(
  field: FlattenedField,
  before: Fields,
  after: Fields,
  path: string,
  asking: Asking,
): Promise<readonly FieldProblem[]> {
  const place = path + field.name
  const value = after[field.name]
  const problems: FieldProblem[] = []
  // In another language only what is written in it is asked about.
  const isAsked = asking.language === '' || isLocalised(field)
  const validate =
    isAsked && 'validate' in field ? (field.validate as Validate | undefined) : undefined
  if (validate && field.name !== 'id') {
    const { id, data, req } = asking
    const verdict = await validate(value, {
      ...field,
      id,
      data,
      siblingData: after,
      previousValue: before[field.name],
      operation: 'update',
      event: 'submit',
      path: place.split('.'),
      preferences: { fields: {} },
      overrideAccess: true,
      req,
    })
    if (verdict !== true)
      problems.push({
        field: place + (asking.language && `.${asking.language}`),
        message: both(verdict),
      })
  }
  const nested = async (
    fields: readonly FlattenedField[],
    old: Fields,
    own: Fields,
    at: string,
  ) => {
    for (const inner of fields) problems.push(...(await ofStored(inner, old, own, at, asking)))
  }
  if (field.type === 'array') {
    const rows = list(before[field.name])
    for (const [i, row] of list(value).entries()) {
      const old = rows.find(({ id }) => id === row.id) ?? {}
      await nested(field.flattenedFields, old, row, `${place}.${i}.`)
    }
  }
  if (field.type === 'group' || field.type === 'tab')
    await nested(
      field.flattenedFields,
      (before[field.name] ?? {}) as Fields,
      (value ?? {}) as Fields,
      `${place}.`,
    )
  return problems
}

type Validate = (value: unknown, context: object) => Promise<string | true> | string | true

/** Messages of validation are in the request's language. */
const both = (text: string): Words => ({ ja: text, en: text })
