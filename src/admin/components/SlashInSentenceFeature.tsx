'use client'
import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect } from 'react'
import { registerSlashInSentence } from './slash-in-sentence.ts'

/** The client side of `slashInSentence` in `collections/editor-features.ts`. */
export const SlashInSentenceFeatureClient = createClientFeature({
  plugins: [{ Component: SlashInSentencePlugin, position: 'normal' }],
})

function SlashInSentencePlugin() {
  const [editor] = useLexicalComposerContext()
  useEffect(() => registerSlashInSentence(editor), [editor])
  return null
}
