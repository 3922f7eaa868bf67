import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileOf, type Place, placeOf } from '../../../src/core/exchange/layout.ts'
import { recordKinds } from '../../../src/core/exchange/record-shape.ts'

const slug = fc.oneof(
  fc.stringMatching(/^[a-z\d]{1,8}(-[a-z\d]{1,8}){0,2}$/),
  fc.constantFrom('con', 'aux', 'nul', 'com1', 'lpt9', 'library', 'policies', 'organisation'),
)
const id = fc.uuid()

const places: fc.Arbitrary<Place> = fc
  .record({ kind: fc.constantFrom(...recordKinds), organisation: slug, policy: slug, id })
  .map(({ kind, organisation, policy, id }) => {
    const isPolicy = kind === 'policies'
    const inPolicy = isPolicy || kind === 'policySections'
    return {
      type: 'record',
      kind,
      organisation,
      policy: inPolicy ? policy : null,
      id: isPolicy || kind === 'organisations' ? null : id,
    }
  })

test('every place has a file of its own, and is read back from its name', () => {
  fc.assert(
    fc.property(places, (place) => {
      expect(placeOf(fileOf(place))).toEqual(place)
    }),
  )
})

test('names are safe on every file system', () => {
  const devices = /(^|\/)(con|prn|aux|nul|com\d|lpt\d)(\.[^/]*)?(\/|$)/i
  fc.assert(
    fc.property(places, (place) => {
      const file = fileOf(place)
      expect(file).toMatch(/^[a-z\d_./-]+$/)
      expect(file).not.toMatch(devices)
      expect(file.length).toBeLessThan(220)
    }),
  )
})

test.each([
  'README.md',
  'organisations/aoba/README.md',
  'organisations/aoba/purposes/notes.txt',
  'organisations/aoba/purpose/1.json',
  'library/organisation.json',
  'organisations/aoba/purposes/a/b.json',
])('%s is no file of an export', (file) => expect(placeOf(file)).toBeNull())
