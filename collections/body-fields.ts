import type { Field, PayloadRequest, RelationshipField, Where } from 'payload'
import type { Words } from '../src/core/words.ts'
import type { CollectionOptions } from './options.ts'
import { type FieldValidate, idIn, say } from './validation.ts'

/* What the blocks of a body are made of. */

export type RowData = { readonly [key: string]: unknown }
export type RowContext = { readonly siblingData: RowData; readonly req: PayloadRequest }

export function record(relationTo: string, label: Words): RelationshipField {
  return {
    name: 'record',
    type: 'relationship',
    relationTo: relationTo as never,
    required: true,
    label,
    filterOptions: withinOrganisation,
    validate: anId,
  } as RelationshipField
}

/** Offers the records of the section's organisation and of the shared library. */
export function withinOrganisation({ data }: { readonly data?: unknown }): Where | true {
  const organisation = idIn((data as RowData | undefined)?.organisation)
  return organisation
    ? { or: [{ organisation: { equals: organisation } }, { organisation: { exists: false } }] }
    : true
}

/**
 * Payload's own validation would ask the database about each relation of each row. Whether the records are there, and
 * are the organisation's, the plugin checks for all relations of a body at once, on every write.
 */
export const anId: FieldValidate = (value, { req, required }) =>
  idIn(value) !== undefined ||
  ((value === null || value === undefined) && !required) ||
  say(req, { ja: '差し込むものを選んでください。', en: 'Choose a record.' })

export function text(name: string, label: Words): Field {
  return { name, type: 'text', required: true, label }
}

export function select(name: string, label: Words, options: readonly Choice[]): Field {
  return { name, type: 'select', required: true, label, options: [...options] }
}

type Choice = { readonly value: string; readonly label: { ja: string; en: string } }

export function choices<K extends string>(
  values: readonly K[],
  words: { readonly [P in K]: Words },
): Choice[] {
  return values.map((value) => ({ value, label: { ...words[value] } }))
}

export const externalServiceFields: Field[] = [
  text('service', { ja: 'サービス', en: 'Service' }),
  { name: 'provider', type: 'text', label: { ja: '送信先の名称', en: 'Recipient' } },
  { name: 'information', type: 'text', label: { ja: '送信される情報', en: 'Information sent' } },
  { name: 'purpose', type: 'text', label: { ja: '利用目的', en: 'Purpose' } },
  { name: 'optOut', type: 'text', label: { ja: 'オプトアウト', en: 'Opt-out' } },
  text('text', { ja: '印字する文', en: 'Printed text' }),
]

/** One of the admin's own components, told what the node is called and where the records are that it can name. */
export function component(
  name: string,
  { components, slugs }: CollectionOptions,
  words: Words,
  fields: readonly Field[],
) {
  const relations = fields.flatMap((field) =>
    field.type === 'relationship' ? [[field.name, field.relationTo] as const] : [],
  )
  return {
    path: `${components}#${name}`,
    clientProps: {
      words,
      relations: {
        organisation: slugs.organisations,
        policy: slugs.policies,
        ...Object.fromEntries(relations),
      },
    },
  }
}
