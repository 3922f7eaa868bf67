import { expect, test } from 'vitest'
import { check } from '../../../src/core/check/index.ts'
import { law } from '../../../src/core/law/index.ts'
import { parse } from '../../../src/core/parse/index.ts'
import { suppressionPlaceProblem } from '../../../src/core/validate/suppression-place.ts'
import { wholePolicy } from './whole-policy.ts'

/** A slip in the title, in the preamble, in a section and in the closing. */
const { document } = parse(
  wholePolicy({
    title: '個人情報保護方針情解決',
    preamble:
      '株式会社みずうみ文具（以下「当社」といいます。）は、個人情報の保護に関する法律（以下「個人情報保護法」といいます。）をを遵守し、お客様の個人情報を次のとおり取り扱います。',
    acquisition:
      '第1条（取得する情報）\n当社は、お客様の氏名、住所、電話番号、メールアドレス及び購入履歴をを、適正な手段で取得します。',
  }),
)
const options = { law, today: '2026-11-22' }
const typos = (place?: string) => {
  const suppressions =
    place === undefined ? [] : [{ ruleId: 'txt-typo', place, reason: '原文どおり' }]
  const { findings, suppressed } = check(document, { ...options, suppressions })
  const where = ({ place: { record, section, field } }: (typeof findings)[number]) =>
    record ? `${record.collection}/${field}` : `${section ?? 'policy'}/${field}`
  return {
    left: findings.filter(({ ruleId }) => ruleId === 'txt-typo').map(where),
    suppressed: suppressed.map(({ finding }) => where(finding)),
  }
}

test('a rule is switched off in one of the texts that are the policy’s own, and nowhere else', () => {
  const { left } = typos()
  expect(left).toContain('policy/preamble')
  expect(left).toContain('sections/body')
  for (const place of ['title', 'preamble', 'closing']) {
    const at = `policy/${place}`
    expect(typos(place)).toEqual({
      left: left.filter((one) => one !== at),
      suppressed: left.filter((one) => one === at),
    })
  }
})

test('a field of a record by the same name is none of them', () => {
  expect(typos('body').suppressed).toEqual([])
})

test('a place is the id of a record or a section, or one of these texts', () => {
  for (const place of ['title', 'preamble', 'closing', '018f2f6e-7c1a-7cc0-8000-0123456789ab'])
    expect(suppressionPlaceProblem(place)).toBeNull()
  for (const place of ['body', 'Title', 'sections', '018F2F6E-7C1A-7CC0-8000-0123456789AB'])
    expect(suppressionPlaceProblem(place)?.en).toContain('title, preamble, closing')
})
