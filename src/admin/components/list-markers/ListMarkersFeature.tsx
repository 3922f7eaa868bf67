'use client'
import {
  createClientFeature,
  toolbarFeatureButtonsGroupWithItems,
} from '@payloadcms/richtext-lexical/client'
import type { BaseSelection } from '@payloadcms/richtext-lexical/lexical'
import { $selectedItem, CHANGE_MARKER, ListMarkerPlugin } from './ListMarkerPlugin.tsx'

const change = {
  key: 'changeMarker',
  label: ({ i18n }: { readonly i18n: { readonly t: (key: never) => string } }) =>
    i18n.t('lexical:listMarkers:change' as never),
}

const buttons = [
  toolbarFeatureButtonsGroupWithItems([
    {
      ...change,
      ChildComponent: MarkerIcon,
      isActive: () => false,
      isEnabled: (_: { selection: BaseSelection }) => $selectedItem() !== null,
      onSelect: ({ editor }) => {
        editor.dispatchCommand(CHANGE_MARKER, undefined)
      },
      order: 5,
    },
  ]),
]

/** The client side of `collections/list-markers.ts`. */
export const ListMarkersFeatureClient = createClientFeature({
  plugins: [{ Component: ListMarkerPlugin, position: 'floatingAnchorElem' }],
  slashMenu: {
    groups: [
      {
        // The group of Payload's lists, which it is merged into.
        key: 'lists',
        items: [
          {
            ...change,
            Icon: MarkerIcon,
            keywords: ['marker', 'number', 'kigou', '番号'],
            onSelect: ({ editor }) => {
              editor.dispatchCommand(CHANGE_MARKER, undefined)
            },
          },
        ],
      },
    ],
  },
  toolbarFixed: { groups: buttons },
})

function MarkerIcon() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" fill="none" aria-hidden="true">
      <circle cx="6" cy="10" r="4.25" stroke="currentColor" />
      <path d="M5 8.75 6.25 8v4M12.5 7h5m-5 3h5m-5 3h5" stroke="currentColor" />
    </svg>
  )
}
