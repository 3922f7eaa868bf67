import fs from 'node:fs'
import type { Words } from '../core/words.ts'
import type { ImportEnd, ImportRequest, ImportStep } from '../operations/exchange/bring-in.ts'
import type { ImportCounts } from '../operations/exchange/check-import.ts'
import { linesSource } from '../operations/exchange/json-lines.ts'
import { folderSource } from '../operations/exchange/read-folder.ts'
import type { ImportedUnit } from '../operations/exchange/write-import.ts'
import { OperationRefused } from '../operations/refused.ts'
import { say } from './language.ts'
import { progressOf } from './reports/progress.ts'
import { importThere } from './there/exchange-there.ts'
import { type ServerOption, serverAt } from './there/server.ts'

/** Whether a name is that of an export: a folder, or lines of JSON. Anything else is the text of a policy. */
export function isExport(name: string): boolean {
  if (name === '-') return false
  return fs.statSync(name, { throwIfNoEntry: false })?.isDirectory() || /\.jsonl$/i.test(name)
}

/**
 * Brings an export in, here or at a server: all of it is checked first. An empty database gets it as it is; of one with
 * records it is told what would change, and written only with `--apply`.
 */
export async function importExport(
  name: string,
  { server, ...options }: object & ImportRequest & ServerOption,
): Promise<void> {
  refuseOptionsOfTexts(options)
  const source = fs.statSync(name).isDirectory() ? folderSource(name) : await linesSource(name)
  if (server !== undefined) return tell(name, importThere(serverAt(server), name, source, options))
  const { atWork, bringIn } = await import('./workplace.ts')
  await atWork((reading) => tell(name, bringIn(source, options, reading)))
}

/** A line a unit that differs, and in all; of what is written, how far it is. */
async function tell(name: string, steps: AsyncIterable<ImportStep>): Promise<void> {
  let organisations = 0
  let progress: ReturnType<typeof progressOf> | null = null
  const [planned, written] = [tally(), tally()]
  const tellPlan = () => {
    if (planned.units() > 0) console.log(say(inAll(planned.words())))
  }
  for await (const step of steps) {
    if ('counts' in step) {
      organisations = step.counts.organisations
      console.log(say(readWords(name, step.counts)))
    } else if ('planned' in step) {
      planned.add(step.planned)
      tellUnit(step.planned)
    } else if ('written' in step) {
      if (!progress) tellPlan()
      progress ??= progressOf(organisations)
      written.add(step.written)
      if (step.written.name !== null) progress(step.written.name)
    } else {
      if (!progress) tellPlan()
      console.log(say(endings[step.end](written.words())))
    }
  }
}

function tally() {
  let [units, added, changed, same, editions] = [0, 0, 0, 0, 0]
  return {
    add(unit: ImportedUnit) {
      units++
      added += unit.added
      changed += unit.changed.length
      same += unit.same
      editions += unit.editions
    },
    units: () => units,
    words: (): Words => ({
      ja: `新規 ${added}、変更 ${changed}、同じ ${same}、新しい版 ${editions}`,
      en: `${added} new, ${changed} changed, ${same} the same, ${editions} new editions`,
    }),
  }
}

const inAll = ({ ja, en }: Words): Words => ({ ja: `合計: ${ja}`, en: `In all: ${en}.` })

const readWords = (name: string, { organisations, records, editions }: ImportCounts): Words => ({
  ja: `${name}: 事業者 ${organisations}、記録 ${records}、版 ${editions}。すべて読み取れました。`,
  en: `${name}: ${organisations} organisations, ${records} records, ${editions} editions. All of it can be read.`,
})

const nameOf = ({ name }: ImportedUnit) => name ?? say({ ja: '共通の文例', en: 'library' })

function tellUnit(unit: ImportedUnit): void {
  const { added, changed, same, editions } = unit
  if (added + changed.length + editions === 0) return
  console.log(
    say({
      ja: `${nameOf(unit)}: 新規 ${added}、変更 ${changed.length}、同じ ${same}、新しい版 ${editions}`,
      en: `${nameOf(unit)}: ${added} new, ${changed.length} changed, ${same} the same, ${editions} new editions`,
    }),
  )
  for (const { kind, id, fields } of changed) console.log(`  ${kind}/${id}: ${fields.join(', ')}`)
}

/** An export says itself what belongs where. */
function refuseOptionsOfTexts(options: object): void {
  const meant: { readonly [option: string]: string } = {
    organisation: '--organisation',
    createOrganisation: '--create-organisation',
    intoExisting: '--into-existing',
    updateOrganisation: '--update-organisation',
  }
  const given = Object.keys(meant).filter((option) => option in options)
  if (given.length === 0) return
  const names = given.map((option) => meant[option]).join(' ')
  throw new OperationRefused('bad-request', {
    ja: `${names} は本文の取り込みだけに使えます。書き出しの取り込みでは外してください。`,
    en: `${names} is for texts of policies. Leave it out for an export.`,
  })
}

const endings: { readonly [E in ImportEnd]: (written: Words) => Words } = {
  written: ({ ja, en }) => ({ ja: `取り込みました: ${ja}`, en: `Imported: ${en}.` }),
  planned: () => ({
    ja: '何も書き込んでいません。書き込むには --apply を付けてください。データベースだけにある記録は、そのまま残ります。',
    en: 'Nothing was written. To write it, add --apply. Records that only the database has stay as they are.',
  }),
  same: () => ({
    ja: 'データベースと同じです。書き込むものはありません。',
    en: 'The database has all of it. There is nothing to write.',
  }),
}
