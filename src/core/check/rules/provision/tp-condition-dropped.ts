import type { ExceptionBasis } from '../../../document.ts'
import { key } from '../../../fold.ts'
import { appi } from '../../../law/basis.ts'
import { appiOn } from '../../../law/basis-on.ts'
import type { Analysis, SectionPlace } from '../../analysis.ts'
import { quoted } from '../../enumerated.ts'
import { type ExceptionPlace, exceptionsOf } from '../../facts/exceptions.ts'
import type { Rule } from '../../rule.ts'

/** A clause taken from 27条1項 that lost a condition: it then allows more than the Act does. */
export const tpConditionDropped: Rule = {
  id: 'tp-condition-dropped',
  title: { ja: '第三者提供の例外の要件', en: 'Conditions of the exceptions from consent' },
  severity: 'error',
  basis: appi('27-1'),
  *check(analysis, { law, day }) {
    const clauses = exceptionsOf.provision(analysis)
    const beside = sayingsBeside(analysis, clauses)
    for (const one of clauses) {
      if (!conditioned.has(one.node.basis)) continue
      const [clause] = law.clausesOf(one.node.basis, day)
      if (!clause) continue
      const around = beside(one.section)
      const missing = law
        .missingIn(one.key.replaceAll('国家機関', '国の機関'), clause)
        .filter(({ kind, words }) => kind === 'condition' || isCopied(one.key, words))
        .filter(({ kind, said }) => kind === 'subject' || !said.test(around))
        .filter(({ words }) => !(urgent.test(one.key) && impliedByUrgency.test(words)))
        .filter(({ words }) => !(unasked.test(one.key) && words === '必要'))
      if (missing.length === 0) continue
      const isWider = missing.some(({ kind }) => kind === 'condition')
      // 国や自治体の事務に協力する: what public bodies do is most often laid down by law.
      const isLoose =
        isWider &&
        missing.every(({ kind, words }) => kind === 'subject' || words === '法令の定める事務') &&
        /(?:事務|業務|職務)(?:の遂行|の実施)?[^。、]{0,8}協力|公(?:的|共)な?(?:事務|業務)/u.test(
          one.key,
        )
      // 法令又は公的機関からの要請により: partly what 1号 allows.
      const isMixed = byLaw.test(one.key) && !ofAffairs.test(one.key)
      const basis = appiOn(day, clause.place)
      const lost = quoted(
        missing.filter(({ kind }) => !isWider || kind === 'condition').map(({ words }) => words),
      )
      yield {
        at: one,
        severity: isLoose || isMixed ? 'warning' : isWider ? 'error' : 'info',
        isQuestion: !isWider || isLoose || isMixed,
        law: basis,
        message: isWider
          ? {
              ja: `この例外には、${basis.article.ja}の要件${lost.ja}がありません。このままでは法律が認めるより広く、同意なしに提供できると読めます。条文の要件を補ってください。`,
              en: `This exception leaves out what ${basis.article.en} requires: ${lost.en}. As it stands it allows provision without consent in more cases than the Act does. Add the condition.`,
            }
          : {
              ja: `この例外は、${basis.article.ja}の${lost.ja}に触れていません。条文より狭くする趣旨でなければ、補ってください。`,
              en: `This exception does not mention ${lost.en} of ${basis.article.en}. Add it, unless it is meant to be narrower than the Act.`,
            },
      }
    }
  },
}

/** 緊急を要する場合: what is urgent is needed, and leaves no time to ask. */
const urgent = /緊急|急迫|差し迫|一刻/u
const impliedByUrgency = /必要|同意/u
/** 損なうおそれがあり、同意を得ることができない場合: a need in words of the text's own. */
const unasked =
  /(?:おそれ|恐れ|危険|危害|害する|損なう|脅か)[^。]*(?:同意|承諾)[^。]{0,16}(?:困難|難し|できな|得られな)/u
/** What an authority asks for by law is 1号, in part or in whole. */
const byLaw =
  /法令(?:等)?(?:又は|または|や|及び|および|・|、)|法的(?:な)?(?:手続|根拠|義務|権限)|令状|照会書|捜査関係事項|(?:法令|法律|権限|刑事訴訟法|弁護士法)[^。、]{0,8}(?:に基づ|に従|により|によって|による)/u
const ofAffairs = /(?:国の機関|公共団体)[^。]*(?:事務|遂行)/u

const conditioned: ReadonlySet<ExceptionBasis> = new Set([
  'appi-27-1-2',
  'appi-27-1-3',
  'appi-27-1-4',
  'appi-27-1-5',
  'appi-27-1-6',
])

/**
 * Whether a text took the clause over and lost a word on the way: what it says in words of its own may be narrower,
 * as a school speaks of children only.
 */
function isCopied(said: string, lost: string): boolean {
  return (
    !['公衆衛生', '児童'].includes(lost) &&
    /法令の定める事務を|の保護のために必要がある場合であ/u.test(said)
  )
}

/** What a section says outside its exceptions, where a condition may stand for all of them. */
function sayingsBeside({ text }: Analysis, clauses: readonly ExceptionPlace[]) {
  const known = new Map<SectionPlace, string>()
  return (section: SectionPlace | null): string => {
    if (!section) return ''
    const said = known.get(section) ?? key(outside(section, clauses, text))
    known.set(section, said)
    return said
  }
}

function outside(section: SectionPlace, clauses: readonly ExceptionPlace[], text: string): string {
  let said = ''
  let from = section.start
  for (const { start, end } of clauses) {
    if (start < section.start || end > section.end) continue
    said += text.slice(from, start)
    from = Math.max(from, end)
  }
  return said + text.slice(from, section.end)
}
