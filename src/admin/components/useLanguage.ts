'use client'
import { useTranslation } from '@payloadcms/ui'

/** The language of the admin; Japanese for whoever reads neither. */
export function useLanguage(): 'ja' | 'en' {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'ja'
}
