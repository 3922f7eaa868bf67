import {
  AlignFeature,
  BlocksFeature,
  BoldFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  IndentFeature,
  InlineToolbarFeature,
  LinkFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { FieldAffectingData } from 'payload'
import { linkUrlProblem } from '../src/core/validate/web-url.ts'
import { inlineBlocks } from './body-inlines.ts'
import { listBlocks } from './body-lists.ts'
import { listMarkers, slashInSentence } from './editor-features.ts'
import type { CollectionOptions } from './options.ts'
import { checked } from './validation.ts'

/**
 * The editor of a section's body and end: paragraphs, lists, tables, and the typed nodes of the tree as blocks and
 * inline blocks. Block and field names are those of `src/core/lexical`; the words are the editor's menu.
 */
export function body(options: CollectionOptions) {
  const lists = listBlocks(options)
  const inlines = inlineBlocks(options)
  return lexicalEditor({
    admin: {
      placeholder: {
        ja: '本文を入力します。「/」で利用目的・窓口・条項への参照などを差し込めます。',
        en: 'Write here. “/” inserts purposes, contacts, references to sections and more.',
      },
    },
    features: () => [
      ParagraphFeature(),
      BoldFeature(),
      UnorderedListFeature(),
      OrderedListFeature(),
      listMarkers(options),
      slashInSentence(options),
      // Only lists nest in print; a paragraph's indent would be seen here and nowhere else.
      IndentFeature({ disabledNodes: ['paragraph'], disableTabNode: true }),
      AlignFeature(),
      LinkFeature({ enabledCollections: [], fields: linkFields }),
      EXPERIMENTAL_TableFeature(),
      BlocksFeature({ blocks: Object.values(lists), inlineBlocks: Object.values(inlines) }),
      FixedToolbarFeature(),
      InlineToolbarFeature(),
    ],
  })
}

/** Payload's fields of a link, with an address that is checked and kept as it was written. */
function linkFields({
  defaultFields,
}: {
  readonly defaultFields: FieldAffectingData[]
}): FieldAffectingData[] {
  return defaultFields.map((field) =>
    'name' in field && field.name === 'url'
      ? ({
          ...field,
          hooks: {},
          required: true,
          validate: checked(linkUrlProblem),
        } as FieldAffectingData)
      : field,
  )
}
