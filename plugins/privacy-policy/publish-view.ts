import type { CollectionConfig, Config } from 'payload'
import type { ResolvedOptions } from './options.ts'

/** A policy's screen for publishing, as a tab of its own beside the text. */
export function withPublishView(
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

const TAB_LABEL = 'privacyPolicy:publish'

/** The words of the tab, where Payload looks for such words; the host's own stay. */
export function withTabWords(i18n: Config['i18n']): NonNullable<Config['i18n']> {
  const { translations } = i18n ?? {}
  return {
    ...i18n,
    translations: {
      ...translations,
      ja: { ...(translations?.ja as object), privacyPolicy: { publish: '公表' } },
      en: { ...(translations?.en as object), privacyPolicy: { publish: 'Publish' } },
    } as never,
  }
}
