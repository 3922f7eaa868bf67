import { variantOf } from './variant-of.ts'

export const txtVariantVocabulary = variantOf('vocabulary', {
  ja: '同じことを指す語',
  en: 'Two words for one thing',
})
