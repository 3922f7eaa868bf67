import { createServerFeature } from '@payloadcms/richtext-lexical'
import type { CollectionOptions } from './options.ts'

/** Shows the printed marker of each list item (（１）, ①, ・), keeps markers in order and has them changed. */
export function listMarkers({ components }: CollectionOptions) {
  return createServerFeature({
    key: 'listMarkers',
    feature: {
      ClientFeature: `${components}#ListMarkersFeatureClient`,
      i18n: {
        ja: {
          change: '記号を変える',
          title: '記号',
          apply: '変える',
          onlyThis: 'この項目だけを変える',
        },
        en: {
          change: 'Change the marker',
          title: 'Marker',
          apply: 'Change',
          onlyThis: 'Change this item only',
        },
      },
    },
  })()
}

/** Opens the menu of `/` inside a Japanese sentence, where no space stands before it. */
export function slashInSentence({ components }: CollectionOptions) {
  return createServerFeature({
    key: 'slashInSentence',
    feature: { ClientFeature: `${components}#SlashInSentenceFeatureClient` },
  })()
}
