import type { CollectionConfig, Config, UIField } from 'payload'
import type { ResolvedOptions } from './options.ts'

/** A policy's screens for checking, comparing and publishing, each as a tab of its own beside the text. */
export function withScreens(
  admin: CollectionConfig['admin'],
  { components }: ResolvedOptions,
): NonNullable<CollectionConfig['admin']> {
  const views = admin?.components?.views
  return {
    ...admin,
    components: {
      ...admin?.components,
      views: {
        ...views,
        edit: {
          ...(views?.edit as object),
          check: {
            Component: `${components}#CheckView`,
            path: '/check',
            tab: { label: ({ t }) => t(CHECK_LABEL), href: '/check', order: 140 },
          },
          compare: {
            Component: `${components}#CompareView`,
            path: '/compare',
            tab: { label: ({ t }) => t(COMPARE_LABEL), href: '/compare', order: 145 },
          },
          publish: {
            Component: `${components}#PublishView`,
            path: '/publish',
            tab: { label: ({ t }) => t(TAB_LABEL), href: '/publish', order: 150 },
          },
        },
      },
    },
  }
}

/** At the top of every record that a policy prints: what the check says of it. */
export function findingsField({ components, slugs }: ResolvedOptions): UIField {
  return {
    name: 'findings',
    type: 'ui',
    admin: {
      disableListColumn: true,
      disableBulkEdit: true,
      components: {
        Field: { path: `${components}#RecordFindings`, clientProps: { policies: slugs.policies } },
      },
    },
  }
}

const TAB_LABEL = 'privacyPolicy:publish'
const CHECK_LABEL = 'privacyPolicy:check'
const COMPARE_LABEL = 'privacyPolicy:compare'

/** The words of the tab, where Payload looks for such words; the host's own stay. */
export function withTabWords(i18n: Config['i18n']): NonNullable<Config['i18n']> {
  const { translations } = i18n ?? {}
  return {
    ...i18n,
    translations: {
      ...translations,
      ja: {
        ...(translations?.ja as object),
        privacyPolicy: { publish: '公表', check: '点検', compare: '比較' },
      },
      en: {
        ...(translations?.en as object),
        privacyPolicy: { publish: 'Publish', check: 'Check', compare: 'Compare' },
      },
    } as never,
  }
}
