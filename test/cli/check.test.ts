import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { wholePolicy } from '../core/check/whole-policy.ts'
import { runCommand } from './run.ts'

vi.setConfig({ testTimeout: 120_000 })

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cli-check-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

/** Needs no database. */
const run = (language: 'ja' | 'en', ...args: readonly string[]) =>
  runCommand(language, ['check', ...args])

function file(name: string, text: string): string {
  const place = path.join(folder, name)
  fs.writeFileSync(place, text)
  return place
}

const wrong = file('wrong.txt', `${wholePolicy({ signature: '2025年4月1日 改定' })}\nBack to top\n`)
const right = file('right.txt', wholePolicy())

describe('a file', () => {
  test('is told what is wrong, where, by which law and what to do; errors exit with 1', async () => {
    const { code, out, err } = await run('ja', wrong)
    expect([code, err]).toEqual([1, ''])
    expect(out).toContain('文書全体\n  エラー\n    「株式会社みずうみ文具」は法人ですが、')
    expect(out).toContain('個人情報保護法32条1項1号  org-representative')
    const line = fs.readFileSync(wrong, 'utf8').split('\n').indexOf('Back to top') + 1
    expect(out).toContain(`警告 ${line}行目 「Back to top」`)
    expect(out).toMatch(/\nエラー 1、警告 \d+、情報 \d+（うち判断が要るもの \d+）/)
  })

  test('speaks the language of the terminal, and exits with 0 without errors', async () => {
    const { code, out } = await run('en', right)
    expect(code).toBe(0)
    expect(out).toMatch(/\n(?:Nothing was found\.|0 errors, )/)
  })

  test('as JSON has each finding with its place, evidence, law and fix', async () => {
    const { code, out } = await run('ja', wrong, '--format', 'json')
    expect(code).toBe(1)
    const { findings } = JSON.parse(out)
    for (const finding of findings)
      expect(finding).toMatchObject({
        ruleId: expect.any(String),
        severity: expect.stringMatching(/^(?:error|warning|info)$/),
        message: { ja: expect.any(String), en: expect.any(String) },
        place: { start: expect.any(Number), end: expect.any(Number), text: expect.any(String) },
        evidence: expect.any(Array),
      })
    expect(findings).toContainEqual(
      expect.objectContaining({
        ruleId: 'org-representative',
        law: {
          article: { ja: '個人情報保護法32条1項1号', en: 'APPI Article 32(1)(i)' },
          certainty: 'certain',
        },
        fix: null,
      }),
    )
  })

  test('as SARIF is one log', async () => {
    const { out } = await run('en', wrong, '--format', 'sarif')
    expect(JSON.parse(out)).toMatchObject({ version: '2.1.0', runs: [{ language: 'en' }] })
  })
})

test('what is neither a file nor the name of a policy is refused by name', async () => {
  const { code, err } = await run('ja', path.join(folder, 'none.txt'))
  expect(code).toBe(5)
  expect(err).toContain('none.txt')
  expect(err.trim().split('\n')).toHaveLength(1)
})

test('--fix refuses a file that it cannot write back, and says what to do', async () => {
  const page = file(
    'page.html',
    `<h1>個人情報保護方針</h1><p>${wholePolicy().replaceAll('\n', '<br>')}</p>`,
  )
  const { code, out, err } = await run('ja', page, '--fix')
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('import')
})
