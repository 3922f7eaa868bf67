import fs from 'node:fs'
import type { Words } from '../core/words.ts'
import { Refusal } from '../platform/refusal.ts'

/** Where an export can come from without a database: standard input, the web, a file. */
export type ExportSource = AsyncIterable<Uint8Array>

/** A server may be silent for this long, and send this much; enough for thousands of editions. */
const limits = { silenceMs: 30_000, bytes: 4 * 1024 ** 3 }

/** Null for a name that is neither `-`, nor an address on the web, nor a file: the name of a policy, perhaps. */
export function exportSource(name: string): ExportSource | null {
  if (name === '-') return process.stdin
  if (/^https?:\/\//i.test(name)) return fetched(name)
  return fs.statSync(name, { throwIfNoEntry: false })?.isFile() ? fs.createReadStream(name) : null
}

async function* fetched(address: string): ExportSource {
  const stop = new AbortController()
  let timer = setTimeout(() => stop.abort(), limits.silenceMs)
  let size = 0
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/jsonl' },
      signal: stop.signal,
    })
    if (/^https:/i.test(address) && !response.url.startsWith('https:'))
      throw refusal(address, {
        ja: `暗号化されていない ${response.url} に転送されました。`,
        en: `It leads to ${response.url}, which is not encrypted.`,
      })
    const type = response.headers.get('content-type') ?? ''
    if (!response.ok || /html|problem\+json/.test(type))
      throw refusal(address, {
        ja: `応答は ${response.status} ${type} でした。…/editions.jsonl のアドレスを指定してください。`,
        en: `It answered ${response.status} ${type}. Give the address of …/editions.jsonl.`,
      })
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > limits.bytes)
        throw refusal(address, {
          ja: `${limits.bytes} バイトを超えています。ファイルに保存して検証してください。`,
          en: `It sends more than ${limits.bytes} bytes. Save it to a file and verify that.`,
        })
      clearTimeout(timer)
      timer = setTimeout(() => stop.abort(), limits.silenceMs)
      yield chunk
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    const { cause, message } = error as Error & { readonly cause?: { readonly code?: string } }
    const why = stop.signal.aborted ? `${limits.silenceMs / 1000} s` : (cause?.code ?? message)
    throw refusal(address, {
      ja: `接続できないか、途中で切れました（${why}）。アドレスを確かめてください。`,
      en: `The connection failed or broke off (${why}). Check the address.`,
    })
  } finally {
    clearTimeout(timer)
    stop.abort()
  }
}

const refusal = (address: string, { ja, en }: Words) =>
  new Refusal({ ja: `${address} を読めません。${ja}`, en: `Cannot read ${address}. ${en}` })
