import { describe, expect, test } from 'vitest'
import { type Change, compare } from '../../../src/core/compare/index.ts'
import { nodesOf, type PolicyDocument } from '../../../src/core/document.ts'
import { parse } from '../../../src/core/parse/index.ts'
import { beforeAmendment } from '../../fixtures/amendment.ts'

const said = (changes: readonly Change[]) =>
  changes.map(({ of, how, before, after }) => [of, how, before, after])

/** What changed when one thing in the policy is put otherwise. */
function changed(from: string, to: string) {
  expect(beforeAmendment).toContain(from)
  const [before, after] = [beforeAmendment, beforeAmendment.replace(from, to)]
  return said(compare(parse(before).document, parse(after).document, { ids: 'strange' }).changes)
}

/** The same policy with other words in it, under ids that stay. */
function rewritten(from: string, to: string) {
  const { document } = parse(beforeAmendment)
  const after: PolicyDocument = JSON.parse(JSON.stringify(document).replaceAll(from, to))
  return said(compare(document, after).changes)
}

describe('a change is named as a lawyer would name it', () => {
  test.each([
    ['（４）商品の改良', '（４）採用選考のため\n（５）商品の改良', 'purpose', 'added'],
    ['（２）お問い合わせへの回答のため\n（３）', '（２）', 'purpose', 'removed'],
    ['への回答のため', 'への回答及び記録のため', 'purpose', 'changed'],
    ['・株式会社つばめ堂物流', '・株式会社つばめ堂物流サービス', 'partner', 'renamed'],
    ['・株式会社つばめ堂物流', '・あかつき倉庫株式会社', 'partner', 'replaced'],
    ['住所及び電話番号', '住所、電話番号及び購入履歴', 'jointUseData', 'changed'],
    ['商品の配送のため', '商品の配送及び保管のため', 'jointUsePurpose', 'changed'],
    [
      '（１）法令に基づく場合',
      '（１）法令に基づく場合その他これに準ずる場合',
      'exception',
      'widened',
    ],
    ['であって、ご本人の同意を得ることが困難であるとき。', '', 'exception', 'widened'],
    ['（１）法令に基づく場合\n（２）', '（１）', 'exception', 'removed'],
    ['\n（３）個人データを取り扱う区域への入退室を管理しています。', '', 'measure', 'removed'],
    ['年１回', '年２回', 'measure', 'changed'],
    ['1,000円', '500円', 'fee', 'changed'],
    ['03-0000-1111', '03-0000-2222', 'contact', 'changed'],
    ['2023年４月１日', '2023年５月１日', 'date', 'changed'],
    ['関係法令', '法令', 'text', 'changed'],
  ])('%s → %s: %s %s', (from, to, of, how) => {
    const changes = changed(from, to)
    expect(changes).toHaveLength(1)
    expect(changes[0]?.slice(0, 2)).toEqual([of, how])
  })

  test('an exception with a condition more is narrower, the other way round wider', () => {
    const condition = 'であって、ご本人の同意を得ることが困難であるとき。'
    const [before, after] = [beforeAmendment.replace(condition, ''), beforeAmendment].map(
      (text) => parse(text).document,
    ) as [PolicyDocument, PolicyDocument]
    const how = (changes: readonly Change[]) => changes.map((change) => change.how)
    expect(how(compare(before, after, { ids: 'strange' }).changes)).toEqual(['narrowed'])
    expect(how(compare(after, before, { ids: 'strange' }).changes)).toEqual(['widened'])
  })

  test('a record under its id has another name: it was renamed, whatever the name', () => {
    expect(rewritten('株式会社つばめ堂物流', 'あかつき倉庫株式会社')).toEqual([
      ['partner', 'renamed', '株式会社つばめ堂物流', 'あかつき倉庫株式会社'],
    ])
  })

  test('what says the same and means something else has changed', () => {
    const { document } = parse(beforeAmendment)
    const [clause] = nodesOf(document, 'exceptionClause')
    const after = JSON.parse(
      JSON.stringify(document).replace(`"basis":"${clause?.basis}"`, '"basis":"other"'),
    )
    expect(said(compare(document, after).changes)).toEqual([
      ['exception', 'widened', clause?.text, clause?.text],
    ])
  })

  test('an article in two: it was split; two in one: they were merged', () => {
    const sentence = 'ご請求は、第７条の窓口で受け付けます。'
    const two = beforeAmendment
      .replace(sentence, '')
      .replace(
        '第７条（お問い合わせ窓口）',
        `第７条（請求の受付）\n${sentence}書面又は電子メールによりお申し出ください。\n\n第８条（お問い合わせ窓口）`,
      )
    const one = beforeAmendment.replace(
      sentence,
      `${sentence}書面又は電子メールによりお申し出ください。`,
    )
    const [before, after] = [parse(one).document, parse(two).document]
    const sections = (changes: readonly Change[]) =>
      changes.filter(({ of }) => of === 'section').map(({ how }) => how)
    expect(sections(compare(before, after, { ids: 'strange' }).changes)).toContain('split')
    expect(sections(compare(after, before, { ids: 'strange' }).changes)).toContain('merged')
  })

  test('two items in one: they were merged', () => {
    expect(
      changed(
        'の発送及び代金の請求のため\n（２）お問い合わせ',
        'の発送及び代金の請求のためお問い合わせ',
      ).map((change) => change.slice(0, 2)),
    ).toContainEqual(['purpose', 'merged'])
  })

  test('whoever answers for joint use: the same with another address, or another', () => {
    const named = beforeAmendment.replace(
      '当社（名称、住所及び代表者の氏名は、末尾に記載のとおりです。）',
      '株式会社つばめ堂物流（住所は東京都台東区蔵前九丁目１番１号、代表者の氏名は代表取締役 燕野 太郎です。）',
    )
    const how = (from: string, to: string) =>
      compare(parse(named).document, parse(named.replaceAll(from, to)).document, {
        ids: 'strange',
      })
        .changes.filter(({ of }) => of === 'responsibleOperator')
        .map((change) => change.how)
    expect(how('蔵前九丁目１番１号', '蔵前九丁目２番２号')).toEqual(['changed'])
    expect(how('株式会社つばめ堂物流（', '株式会社つばめ堂物流サービス（')).toEqual(['renamed'])
    expect(how('株式会社つばめ堂物流（', 'あかつき倉庫株式会社（')).toEqual(['replaced'])
  })
})
