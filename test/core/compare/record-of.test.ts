import { describe, expect, test } from 'vitest'
import { recordOf } from '../../../src/core/compare/changes/record-of.ts'
import { openDuties } from '../../../src/core/compare/duties/open-duties.ts'
import { type Change, compare } from '../../../src/core/compare/index.ts'
import { nodesOf } from '../../../src/core/document.ts'
import { parse } from '../../../src/core/parse/index.ts'
import { afterAmendment, beforeAmendment } from '../../fixtures/amendment.ts'

const [before, after] = [parse(beforeAmendment).document, parse(afterAmendment).document]
const { changes } = compare(before, after, { ids: 'strange' })
const found = (of: Change['of'], how: Change['how']) => {
  const change = changes.find((one) => one.of === of && one.how === how)
  if (!change) throw new Error(`Expected a change ${of} ${how}`)
  return recordOf(change, after)
}

describe('the record that an editor opens to see a change', () => {
  test('is the one that says it', () => {
    const purpose = nodesOf(after, 'purpose').find(({ text }) => text.includes('会員証'))
    expect(found('purpose', 'added')).toEqual({ collection: 'purposes', id: purpose?.id })
    const partner = nodesOf(after, 'jointUsePartner').find(({ name }) =>
      name.includes('オンライン'),
    )
    expect(found('partner', 'added')).toEqual({ collection: 'jointUsePartners', id: partner?.id })
    const [desk] = nodesOf(after, 'contact')
    expect(found('contact', 'changed')).toEqual({ collection: 'contacts', id: desk?.id })
  })

  test('is the section of what has none, and nothing for a section that is gone', () => {
    const section = (heading: string) =>
      nodesOf(after, 'section').find((one) => one.heading.includes(heading))?.id
    expect(found('fee', 'changed')).toEqual({ collection: 'sections', id: section('開示等') })
    expect(found('section', 'added')).toEqual({ collection: 'sections', id: section('外国') })
    const less = {
      ...after,
      children: after.children.filter(
        (child) => child.type !== 'section' || !child.heading.includes('外国'),
      ),
    }
    const gone = compare(after, less).changes.find(
      ({ of, how }) => of === 'section' && how === 'removed',
    )
    expect(gone && recordOf(gone, less)).toBeNull()
  })
})

describe('duties of a text in several languages', () => {
  const en = { ...before, locale: 'en' }
  test('are one for all, and a language that is new raises none', () => {
    const alone = openDuties({ ja: before }, { ja: after, en })
    const both = openDuties({ ja: before, en }, { ja: after, en: { ...after, locale: 'en' } })
    expect(both.map(({ name }) => name)).toEqual(alone.map(({ name }) => name))
    const [own, shared] = [alone[0], both[0]]
    expect(shared?.changes.map(({ language }) => language)).toEqual([
      ...(own?.changes ?? []).map(() => 'ja'),
      ...(own?.changes ?? []).map(() => 'en'),
    ])
    expect(shared?.key).not.toBe(own?.key)
  })

  test('have the same keys each time', () => {
    const keys = () => openDuties({ ja: before }, { ja: after }).map(({ key }) => key)
    expect(keys()).toEqual(keys())
  })
})
