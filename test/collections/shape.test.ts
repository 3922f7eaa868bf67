import type { CollectionConfig, Field } from 'payload'
import { describe, expect, test } from 'vitest'
import { collections } from '../../collections/index.ts'
import { options } from './host.ts'

const all = collections(options)

type Told = { readonly path: string; readonly label: unknown; readonly description: unknown }

/** Every field that editors see, at every depth. */
function fieldsOf(fields: readonly Field[], path: string): Told[] {
  return fields.flatMap((field): Told[] => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => fieldsOf(tab.fields, path))
    const own = 'name' in field && field.name ? `${path}.${field.name}` : path
    const inner = 'fields' in field ? fieldsOf(field.fields, own) : []
    // A `ui` field is a component, which brings its own words.
    if (own === path || field.type === 'ui' || isHidden(field)) return inner
    const description = field.admin && 'description' in field.admin && field.admin.description
    return [{ path: own, label: 'label' in field && field.label, description }, ...inner]
  })
}

const isHidden = ({ admin }: Field) => Boolean(admin && 'hidden' in admin && admin.hidden)

const inBothLanguages = {
  ja: expect.stringMatching(/\S/),
  en: expect.stringMatching(/^[ -~–-…]+$/),
}

describe.each(Object.entries<CollectionConfig>(all))('%s', (name, collection) => {
  test.each(fieldsOf(collection.fields, name))(
    '$path has a label and a description in Japanese and English',
    ({ label, description }) => {
      expect(label).toMatchObject(inBothLanguages)
      expect(description).toMatchObject(inBothLanguages)
    },
  )

  test('the collection has names, a description and a group in both languages', () => {
    expect(collection.labels?.singular).toMatchObject(inBothLanguages)
    expect(collection.labels?.plural).toMatchObject(inBothLanguages)
    expect(collection.admin?.description).toMatchObject(inBothLanguages)
    expect(collection.admin?.group).toMatchObject(inBothLanguages)
  })

  test('nothing is purged and nobody is asked for less than Payload asks', () => {
    expect(collection.access).toMatchObject({
      read: expect.any(Function),
      create: expect.any(Function),
      update: expect.any(Function),
      delete: expect.any(Function),
    })
    // None is a record that people write: editions are frozen, the others are the log of a machine.
    if (['policyEditions', 'webhookDeliveries', 'bulkUpdates'].includes(name)) return
    expect(collection.versions).toEqual({ maxPerDoc: 0, drafts: false })
    expect(collection.trash).toBe(true)
    expect(collection.access?.readVersions).toEqual(expect.any(Function))
  })
})

test('the collections bear the slugs that the host gives them', () => {
  for (const [name, collection] of Object.entries(all))
    expect(collection.slug).toBe(options.slugs[name as keyof typeof all])
})
