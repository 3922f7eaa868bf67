import { variantOf } from './variant-of.ts'

export const txtVariantKana = variantOf('kana', {
  ja: '漢字と仮名',
  en: 'Words written in kanji and in kana',
})
