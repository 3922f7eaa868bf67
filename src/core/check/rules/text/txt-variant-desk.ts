import { key } from '../../../fold.ts'
import type { Rule } from '../../rule.ts'

/** One address, and several names for the desk there. */
export const txtVariantDesk: Rule = {
  id: 'txt-variant-desk',
  title: { ja: '窓口の名称', en: 'Names of one desk' },
  severity: 'info',
  basis: null,
  isQuestion: true,
  *check({ of, text }) {
    const desks = of('contact').flatMap((placed) => {
      const { node } = placed
      const address = node.email ?? node.tel
      const name = deskIn(node.name ?? '')
      return address && name ? [{ ...placed, name, address: key(address) }] : []
    })
    const told = new Set<string>()
    for (const { address } of desks) {
      if (told.has(address)) continue
      told.add(address)
      const here = desks.filter((desk) => desk.address === address)
      const names = [...new Set(here.map(({ name }) => key(name)))]
      if (names.length < 2) continue
      const places = names.flatMap((name) => {
        const desk = here.find((one) => key(one.name) === name)
        const at = desk ? text.indexOf(desk.name, desk.start) : -1
        return desk && at >= 0 && at < desk.end ? [{ start: at, end: at + desk.name.length }] : []
      })
      const [, second] = places
      if (!second) continue
      const shown = places.map(({ start, end }) => text.slice(start, end))
      yield {
        at: second,
        evidence: [shown[1] ?? '', ...shown.filter((_, i) => i !== 1)],
        message: {
          ja: `同じ連絡先の窓口が、${shown.map((name) => `「${name}」`).join('')}と別の名称で書かれています。同じ窓口なら名称をそろえてください。`,
          en: `One contact goes by the names ${shown.map((name) => `「${name}」`).join(' ')}. If it is one desk, give it one name.`,
        },
      }
    }
  },
}

/** The desk within a contact’s name: 株式会社青葉 個人情報相談窓口. */
function deskIn(name: string): string | null {
  return /[^\s　]*(?:窓口|相談室|デスク|センター)$/u.exec(name.trim())?.[0] ?? null
}
