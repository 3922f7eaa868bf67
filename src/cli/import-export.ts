import fs from 'node:fs'
import type { ImportedUnit } from '../operations/exchange/write-import.ts'
import { OperationRefused } from '../operations/refused.ts'
import { say } from './language.ts'
import { progressOf } from './progress.ts'

/** Whether a name is that of an export: a folder, or lines of JSON. Anything else is the text of a policy. */
export function isExport(name: string): boolean {
  if (name === '-') return false
  return fs.statSync(name, { throwIfNoEntry: false })?.isDirectory() || /\.jsonl$/i.test(name)
}

type Options = { readonly apply?: boolean; readonly dryRun?: boolean }

/**
 * Brings an export in: all of it is checked first. An empty database gets it as it is; of one with records it is told
 * what would change, and written only with `--apply`.
 */
export async function importExport(name: string, options: object & Options): Promise<void> {
  refuseOptionsOfTexts(options)
  const { atWork, checkImport, folderSource, isEmptyDatabase, linesSource, writeImport } =
    await import('./workplace.ts')
  const isFolder = fs.statSync(name).isDirectory()
  const source = isFolder ? folderSource(name) : await linesSource(name)
  await atWork(async (reading) => {
    const { organisations, records, editions } = await checkImport(source, reading)
    console.log(
      say({
        ja: `${name}: 事業者 ${organisations}、記録 ${records}、版 ${editions}。すべて読み取れました。`,
        en: `${name}: ${organisations} organisations, ${records} records, ${editions} editions. All of it can be read.`,
      }),
    )
    const isEmpty = await isEmptyDatabase(reading)
    if (!isEmpty || options.dryRun) {
      const planned = await tell(writeImport(source, 'plan', reading), organisations, 'plan')
      if (!planned.differs || !options.apply || options.dryRun) {
        console.log(planned.differs ? say(toApply) : say(nothingToDo))
        return
      }
    }
    await tell(writeImport(source, isEmpty ? 'empty' : 'filled', reading), organisations, 'write')
  })
}

/** A line a unit that differs; of what is written, how far it is. */
async function tell(
  units: AsyncIterable<ImportedUnit>,
  organisations: number,
  mode: 'plan' | 'write',
): Promise<{ readonly differs: boolean }> {
  let [added, changed, same, editions] = [0, 0, 0, 0]
  const progress = progressOf(organisations)
  for await (const unit of units) {
    added += unit.added
    changed += unit.changed.length
    same += unit.same
    editions += unit.editions
    if (mode === 'plan') tellUnit(unit)
    else if (unit.name !== null) progress(unit.name)
  }
  const counts = say({
    ja: `新規 ${added}、変更 ${changed}、同じ ${same}、新しい版 ${editions}`,
    en: `${added} new, ${changed} changed, ${same} the same, ${editions} new editions`,
  })
  console.log(
    mode === 'plan'
      ? say({ ja: `合計: ${counts}`, en: `In all: ${counts}.` })
      : say({ ja: `取り込みました: ${counts}`, en: `Imported: ${counts}.` }),
  )
  return { differs: added + changed + editions > 0 }
}

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

const toApply = {
  ja: '何も書き込んでいません。書き込むには --apply を付けてください。データベースだけにある記録は、そのまま残ります。',
  en: 'Nothing was written. To write it, add --apply. Records that only the database has stay as they are.',
}

const nothingToDo = {
  ja: 'データベースと同じです。書き込むものはありません。',
  en: 'The database has all of it. There is nothing to write.',
}
