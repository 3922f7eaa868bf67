import { variantOf } from './variant-of.ts'

export const txtVariantOkurigana = variantOf('okurigana', {
  ja: '送り仮名',
  en: 'Okurigana written in two ways',
})
