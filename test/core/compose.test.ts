import { describe, expect, test } from 'vitest'
import { ComposeRefused, compose } from '../../src/core/compose.ts'
import { nodesOf, type PolicyDocument, textOf } from '../../src/core/document.ts'
import { extract } from '../../src/core/extract.ts'
import type { PolicyRecords, SectionRecord } from '../../src/core/records.ts'
import { follow, organisationValue, p, policy, purpose, purposes, rows, section } from '../build.ts'
import { fixturePolicies, tsumugiEn, tsumugiJa } from '../fixtures/policies/index.ts'

const problemsOf = (records: PolicyRecords, locale: string) => {
  try {
    compose(records, locale)
  } catch (error) {
    if (error instanceof ComposeRefused) return error.problems
    throw error
  }
  return []
}

describe.each(fixturePolicies)('$name', ({ documents }) => {
  test.each(documents.map((document) => [document.locale, document] as const))(
    'its records make the same document again in %s',
    (locale, document) => {
      const composed = compose(extract(...documents), locale)
      expect(composed).toEqual(document)
      expect(textOf(composed)).toBe(textOf(document))
    },
  )
})

describe('a document that is not whole is refused, and every place is named', () => {
  const records = extract(tsumugiJa, tsumugiEn)

  test('a text that is missing in a language', () => {
    const [first] = records.purposes
    const purposes = records.purposes.map((record) =>
      record === first ? { ...record, text: { ...record.text, en: null } } : record,
    )
    expect(problemsOf({ ...records, purposes }, 'en')).toMatchObject([
      { collection: 'purposes', id: first?.id, field: 'text' },
    ])
    expect(problemsOf({ ...records, purposes }, 'ja')).toEqual([])
  })

  test('a body that is missing in a language', () => {
    const written = records.sections.find((record) => record.body.en) as SectionRecord
    const sections = records.sections.map((record) =>
      record === written ? { ...record, body: { ...record.body, en: null } } : record,
    )
    expect(problemsOf({ ...records, sections }, 'en')).toMatchObject([
      { collection: 'sections', id: written.id, field: 'body' },
    ])
  })

  test('a record that is gone', () => {
    const [gone, ...contacts] = records.contacts
    expect(problemsOf({ ...records, contacts }, 'ja')).toMatchObject([
      { collection: 'contacts', id: gone?.id },
    ])
  })

  test('a section whose parent is gone, or that is its own ancestor, does not vanish', () => {
    const sections = records.sections.map((record, i) =>
      i === 0 ? { ...record, parent: record.id } : record,
    )
    expect(problemsOf({ ...records, sections }, 'ja')).toContainEqual(
      expect.objectContaining({ collection: 'sections', id: sections[0]?.id, field: 'parent' }),
    )
  })
})

describe('what follows, follows', () => {
  const organisation = { ...tsumugiJa.organisation, id: 'org' }
  const document: PolicyDocument = policy(
    { organisation },
    section(
      ['s1', 'purposes', '第1条', '利用目的'],
      purposes(...rows('・', purpose('p1', '連絡のため'))),
    ),
    section(
      ['s2', 'changes', '第2条', '変更'],
      p(
        '第1条にかかわらず、',
        organisationValue(organisation, 'legalName'),
        'は、',
        follow('s1', 'number', '第1条'),
        '及び',
        follow('s1', 'previous', '前条'),
        'を変更します。',
      ),
    ),
  )
  const records = extract(document)

  test('a section put between renumbers those after it, and the references that follow them', () => {
    const between: SectionRecord = {
      ...(records.sections[0] as SectionRecord),
      id: 'new',
      order: '000000a',
      body: {},
      heading: { ja: '新しい条' },
    }
    const before: SectionRecord = { ...between, id: 'first', order: '' }
    const grown = compose({ ...records, sections: [...records.sections, between, before] }, 'ja')
    expect(nodesOf(grown, 'section').map(({ id, number }) => [id, number])).toEqual([
      ['first', '第1条'],
      ['s1', '第2条'],
      ['new', '第3条'],
      ['s2', '第4条'],
    ])
    // 前条 no longer stands next to it, so it is called by its number; plain text stays as it was written.
    expect(textOf(grown)).toContain('第1条にかかわらず、')
    expect(textOf(grown)).toContain('は、第2条及び第2条を変更します。')
  })

  test('前条 and 次条 lead over the end of a chapter, as articles are counted through', () => {
    const chapters: PolicyDocument = policy(
      {},
      section(
        ['c1', 'other', '第1章　', '総則'],
        section(
          ['a1', 'scope', '第1条　', '適用範囲'],
          p(follow('a2', 'next', '次条'), 'を除きます。'),
        ),
      ),
      section(
        ['c2', 'other', '第2章　', '取扱い'],
        section(
          ['a2', 'changes', '第2条　', '変更'],
          p(follow('a1', 'previous', '前条'), 'のとおり'),
        ),
      ),
    )
    expect(compose(extract(chapters), 'ja')).toEqual(chapters)
  })

  test('a legal name changes wherever it is printed', () => {
    const renamed = compose(
      {
        ...records,
        organisation: { ...records.organisation, legalName: { ja: '新社名株式会社' } },
      },
      'ja',
    )
    expect(textOf(renamed)).toContain('新社名株式会社は、')
  })

  test('one purpose edited changes that purpose alone', () => {
    const edited = compose(
      { ...records, purposes: [{ id: 'p1', text: { ja: 'ご連絡のため' } }] },
      'ja',
    )
    expect(textOf(edited)).toBe(textOf(document).replace('連絡のため', 'ご連絡のため'))
  })
})

describe('extract refuses contradictions', () => {
  test('one id that prints two texts', () => {
    const document = policy(
      { organisation: tsumugiJa.organisation },
      section(
        ['s1', 'purposes', '1.', '利用目的'],
        purposes(...rows('・', purpose('p1', '連絡のため'), purpose('p1', '請求のため'))),
      ),
    )
    expect(() => extract(document)).toThrow(/Expected purpose `p1` to print the same everywhere/)
  })
})
