import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { exitCodes } from '../../src/cli/exit-codes.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { hidamari } from '../fixtures/policies/index.ts'
import { expectRefusal, sample, terminal } from './terminal.ts'

/* What cannot be done, and what is misspelt: one sentence, and the exit code for it. */

vi.setConfig({ testTimeout: 240_000 })

const { file, reading, rowCounts, run } = await terminal()

describe('what cannot be done is said in one sentence, and nothing is written', () => {
  let before = ''
  beforeAll(async () => {
    const { policy } = await importPolicy(
      { documents: [hidamari], organisation: 'known', policy: 'table', createOrganisation: true },
      reading,
    )
    const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
    await publishPolicy({ policy }, reading)
    await publishPolicy({ policy, effectiveFrom: day }, reading)
    before = await rowCounts()
  })

  const toKnown = ['--organisation', 'known']
  const cases: readonly [
    string,
    'ja' | 'en',
    readonly string[],
    keyof typeof exitCodes,
    string | RegExp,
  ][] = [
    [
      'a file that is not there',
      'ja',
      ['import', 'none.txt', ...toKnown],
      'missing',
      /「.*none\.txt」を読めません（ENOENT）。/,
    ],
    ['a folder', 'en', ['parse', 'src'], 'refused', 'src is a folder.'],
    ['a folder that is no export', 'en', ['import', 'src'], 'misspelt', 'has no export.json'],
    [
      'a binary file',
      'en',
      [
        'import',
        file(
          'binary',
          Uint8Array.from({ length: 4096 }, (_, i) => (i * 197) % 256),
        ),
        ...toKnown,
      ],
      'refused',
      'This is not text but a binary file.',
    ],
    [
      'a text that is no policy',
      'ja',
      [
        'import',
        file('letter.txt', '拝啓　時下ますますご清栄のこととお慶び申し上げます。'),
        ...toKnown,
      ],
      'refused',
      'プライバシーポリシーには見えません',
    ],
    ['an empty file', 'ja', ['parse', file('empty.txt', '')], 'refused', 'ファイルが空です。'],
    [
      'an unknown organisation',
      'ja',
      ['import', sample, '--organisation', 'unknown'],
      'missing',
      '--create-organisation',
    ],
    [
      'an organisation whose name is no slug',
      'en',
      ['import', sample, '--organisation', 'Not A Slug', '--create-organisation'],
      'refused',
      /^The following field is invalid: .*letters/,
    ],
    [
      'publishing an unknown policy',
      'ja',
      ['publish', 'known/none'],
      'missing',
      'あるポリシー: table',
    ],
    [
      'publishing before a pending edition',
      'en',
      ['publish', 'known/table'],
      'refused',
      'reissue, keep or withdraw',
    ],
    [
      'restoring an edition that is not there',
      'ja',
      ['restore', 'known/table', '7'],
      'missing',
      '第7版がありません。ある版：1〜2',
    ],
    [
      'reissuing after a repeal',
      'en',
      ['publish', 'known/table', '--kind', 'repeal', '--pending', 'reissue'],
      'refused',
      'Choose keep or withdraw.',
    ],
    [
      'a role for nobody',
      'en',
      ['grant', 'nobody@example.com', '--role', 'viewer', ...toKnown],
      'missing',
      'There is no user with the e-mail `nobody@example.com`.',
    ],
  ]
  test.each(cases)('%s', async (_, language, args, reason, words) => {
    expectRefusal(await run(language, args), reason, words)
  })

  test('a database that does not answer; its password stays unsaid', async () => {
    const url = 'postgres://app:secret@127.0.0.1:1/policies'
    const outcome = await run('ja', ['guard'], { DATABASE_URL: url })
    expectRefusal(outcome, 'unavailable', 'データベース 127.0.0.1:1/policies を使用できません')
    expect(outcome.err).not.toContain('secret')
  })

  afterAll(async () => expect(await rowCounts()).toBe(before))
})

test('a command that is misspelt is answered with the right ones', async () => {
  const { code, err } = await run('en', ['publsh'])
  expect(code).toBe(exitCodes.misspelt)
  expect(err).toMatch(/unknown command 'publsh'/)
  expect(err).toMatch(/parse [\s\S]*import [\s\S]*publish /)
  const option = await run('ja', ['publish', 'known/table', '--kind', 'revision'])
  expect([option.code, option.out]).toEqual([exitCodes.misspelt, ''])
  const help = await run('ja', ['publish', '--help'])
  expect([help.code, help.err]).toEqual([exitCodes.done, ''])
  expect(help.out).toMatch(/終了コード: 0 完了/)
})
