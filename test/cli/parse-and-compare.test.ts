import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { parse } from '../../src/core/parse/index.ts'
import { render } from '../../src/core/render/index.ts'
import { afterAmendment, beforeAmendment } from '../fixtures/amendment.ts'
import { root } from './run.ts'
import { sample, terminal } from './terminal.ts'

/* What is understood of files, and of two of them side by side. */

vi.setConfig({ testTimeout: 240_000 })

const { file, folder, rowCounts, run } = await terminal()

describe('parse', () => {
  test('shows what was understood of a text, and stores nothing', async () => {
    const before = await rowCounts()
    const { code, out, err } = await run('ja', ['parse', sample])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^プライバシーポリシー\n {2}株式会社青葉ヘルスケア（当社）\n/)
    expect(out).toContain('第4条（利用目的）')
    expect(out).toMatch(/利用目的 \d+・例外 \d+・共同利用者 \d+・安全管理措置 \d+・窓口 \d+/)
    expect(await rowCounts()).toBe(before)
  })

  test('prints it in another format, with nothing around it, for programs', async () => {
    const text = fs.readFileSync(path.join(root, sample), 'utf8')
    const { code, out } = await run('en', ['parse', sample, '--format', 'md'])
    expect(code).toBe(0)
    const { document, report } = parse(text)
    expect(out.trimEnd()).toBe(render(document, 'markdown').trimEnd())
    const json = await run('en', ['parse', sample, '--format', 'json'])
    expect(JSON.parse(json.out)).toEqual(JSON.parse(JSON.stringify({ document, report })))
  })
})

describe('compare', () => {
  const [before, after] = [
    file('before.txt', beforeAmendment),
    file('after.txt', afterAmendment),
  ] as const

  test('shows two files side by side, and what the law may ask for', async () => {
    const { code, out, err } = await run('ja', ['compare', before, after])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^個人情報保護方針　新旧対照表\n/)
    expect(out).toContain('開示の手数料は、１件につき［800円］（税込）とします。')
    expect(out).toContain('- 個人情報保護法27条6項  [')
    expect(out).toContain('法的助言ではありません')
  })

  test('writes what no terminal shows to a file, and data as JSON', async () => {
    const paper = path.join(folder, 'table.pdf')
    const args = ['compare', before, after, '--format']
    expect((await run('en', [...args, 'pdf', '--output', paper])).code).toBe(0)
    expect(fs.readFileSync(paper, 'latin1').slice(0, 5)).toBe('%PDF-')
    const { changes, duties } = JSON.parse((await run('en', [...args, 'json'])).out)
    expect(changes).toContainEqual(expect.objectContaining({ of: 'partner', how: 'added' }))
    expect(duties).toContainEqual(expect.objectContaining({ name: 'jointUseScope' }))
  })
})
