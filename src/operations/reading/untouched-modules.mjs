import fs from 'node:fs/promises'

/**
 * Hooks of node:module that give pdfjs to Node as it is. The loader of TypeScript would rewrite its megabytes first,
 * which takes seconds and more memory than the reading of a PDF.
 *
 * @type {import('node:module').LoadHook}
 */
export async function load(url, context, nextLoad) {
  if (!/\/pdfjs-dist\/[^?]*\.mjs$/u.test(url)) return nextLoad(url, context)
  return { format: 'module', source: await fs.readFile(new URL(url)), shortCircuit: true }
}
