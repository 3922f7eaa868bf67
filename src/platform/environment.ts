import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { type Database, openDatabase } from './database.ts'
import { Refusal } from './refusal.ts'

type Variables = { readonly [name: string]: string | undefined }

/** What Payload needs of the machine, for every command that runs it. */
export type Environment = Database & { readonly secret: string }

/**
 * Opens what Payload needs and puts it where `payload.config.ts` looks for it: `DATABASE_URL` and `PAYLOAD_SECRET`. To
 * be called before that file is imported.
 */
export async function openEnvironment(variables: Variables): Promise<Environment> {
  const directory = dataDirectory(variables)
  const secret = variables.PAYLOAD_SECRET || secretIn(directory)
  const database = await openDatabase({ url: variables.DATABASE_URL || undefined, directory })
  process.env.DATABASE_URL = database.url
  process.env.PAYLOAD_SECRET = secret
  return { ...database, secret }
}

/** Where this machine keeps its own: `.data` in the checkout, or `DATA_DIRECTORY`. Exists and is ours to write. */
function dataDirectory({ DATA_DIRECTORY }: Variables): string {
  const root = path.resolve(import.meta.dirname, '../..')
  const directory = path.resolve(root, DATA_DIRECTORY || '.data')
  try {
    fs.mkdirSync(directory, { recursive: true })
    fs.accessSync(directory, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK)
  } catch (cause) {
    throw new Refusal(
      {
        en: `The folder ${directory} cannot be written. Give this user write access to it, or set DATA_DIRECTORY to a folder that it can write.`,
        ja: `フォルダー ${directory} に書き込めません。このユーザーに書き込みを許可するか、書き込めるフォルダーを DATA_DIRECTORY に指定してください。`,
      },
      { cause },
    )
  }
  return directory
}

/** The key that signs sessions and encrypts API keys: made once, and the same from then on. */
function secretIn(directory: string): string {
  const file = path.join(directory, 'payload-secret')
  try {
    fs.writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  try {
    return fs.readFileSync(file, 'utf8').trim()
  } catch (cause) {
    throw new Refusal(
      {
        en: `${file} cannot be read: it belongs to another account. Start as that account, or set DATA_DIRECTORY to a folder of your own.`,
        ja: `${file} は別のアカウントのもので、読めません。そのアカウントで起動するか、DATA_DIRECTORY に自分のフォルダーを指定してください。`,
      },
      { cause },
    )
  }
}
