import type { CollectionSlug, RelationshipField, UnnamedTab } from 'payload'
import type { SectionKind } from '../src/core/document.ts'
import { type RelationKind, relationKinds } from '../src/core/lexical/relations.ts'
import type { Words } from '../src/core/words.ts'
import { nobody } from './access.ts'
import type { CollectionOptions } from './options.ts'
import { isEmpty } from './validation.ts'

/** The kinds of section in which one looks for a kind of record. */
const usualPlaces: { readonly [name: string]: readonly SectionKind[] } = {
  purposes: ['purposes', 'acquisition', 'jointUse'],
  exceptionClauses: ['thirdPartyProvision', 'disclosure', 'utilisationCease', 'foreignTransfer'],
  jointUsePartners: ['jointUse'],
  safetyMeasures: ['safetyMeasures', 'foreignTransfer', 'entrustment'],
  contacts: ['contact', 'complaints', 'procedure', 'disclosure', 'accreditedOrganisation'],
}

const relationWords: { readonly [K in RelationKind]: Words } = {
  purposes: { ja: '利用目的', en: 'Purposes' },
  exceptionClauses: { ja: '例外', en: 'Exception clauses' },
  jointUsePartners: { ja: '共同利用者', en: 'Joint-use partners' },
  safetyMeasures: { ja: '安全管理措置', en: 'Safety measures' },
  contacts: { ja: '窓口', en: 'Contacts' },
}

/**
 * Ids in a body are no foreign keys. These relations are, in reading order; the plugin writes them from the bodies of
 * all languages, and nobody else does. In the form stand those that the kind of section is about, and those in use.
 */
export function derivedRelations({ slugs }: CollectionOptions): UnnamedTab {
  const derived = (name: string, relationTo: string, label: Words): RelationshipField => ({
    name,
    type: 'relationship',
    relationTo: relationTo as CollectionSlug,
    hasMany: true,
    index: true,
    label,
    access: { create: nobody, update: nobody },
    admin: {
      description: { ja: '文から自動で作られます。', en: 'Worked out from the texts.' },
      readOnly: true,
      disableBulkEdit: true,
      condition: (data) => usualPlaces[name]?.includes(data.kind) || !isEmpty(data[name]),
    },
  })
  return {
    label: { ja: '使っている利用目的・窓口など', en: 'Records used' },
    description: {
      ja: '文に差し込まれたものと参照の一覧です。文から自動で作られるため、ここでは変更できません。',
      en: 'The records and references in the texts, worked out from them. It cannot be changed here.',
    },
    fields: [
      ...relationKinds.map((kind) => derived(kind, slugs[kind], relationWords[kind])),
      {
        // Ids and no relation: a section may refer to one that is written after it in the same import.
        name: 'references',
        type: 'text',
        hasMany: true,
        index: true,
        label: { ja: '参照している条項', en: 'References' },
        access: { create: nobody, update: nobody },
        admin: { hidden: true, disableBulkEdit: true },
      },
    ],
  }
}
