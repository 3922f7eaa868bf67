/** Words of Payload's own admin (3.90) that its Japanese leaves in English, or that name something else there. */
export const adminWords = {
  ja: {
    authentication: { apiKey: 'APIキー' },
    general: {
      columns: '表示する列',
      false: 'いいえ',
      locale: '本文の言語',
      locales: '本文の言語',
      noLabel: '（なし）',
      notFound: '見つかりません',
      nothingFound: '見つかりません',
      thisLanguage: '日本語',
      true: 'はい',
      untitled: '無題',
    },
  },
}
