/**
 * The composition root: which database, which users, which languages, and the plugin. It decides and holds no logic.
 * Next bundles a copy of this file for the admin, and Payload's commands import it, so it takes what differs between
 * machines from the environment; `src/server/index.ts` has put it there.
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { ja } from '@payloadcms/translations/languages/ja'
import { buildConfig } from 'payload'
import { users } from './collections/users.ts'
import { privacyPolicy } from './plugins/privacy-policy/index.ts'
import { adminWords } from './src/platform/admin-words.ts'
import { consoleMail } from './src/platform/console-mail.ts'
import { graphQLLimits } from './src/platform/graphql-limits.ts'
import { returningPg } from './src/platform/pool.ts'

const root = path.dirname(fileURLToPath(import.meta.url))

export default buildConfig({
  secret: process.env.PAYLOAD_SECRET ?? '',
  serverURL: process.env.PUBLIC_URL ?? '',
  telemetry: false,
  logger: { options: { level: process.env.LOG_LEVEL ?? 'warn' } },
  // What a client did wrong is told to the client; the log is for what went wrong here.
  loggingLevels: { AuthenticationError: 'info', LockedAuth: 'info', QueryError: 'info' },
  email: consoleMail,
  db: postgresAdapter({
    pg: returningPg,
    pool: { connectionString: process.env.DATABASE_URL ?? '', max: 10 },
    idType: 'uuidv7',
    migrationDir: path.join(root, 'migrations'),
    push: false,
    disableCreateDatabase: true,
  }),
  collections: [users],
  plugins: [
    privacyPolicy({
      pagePath: '',
      components: '/src/admin/components/index.ts',
      webhookHosts: (process.env.WEBHOOK_HOSTS ?? '').split(',').filter(Boolean),
      remoteImport: process.env.REMOTE_IMPORT === '1',
      ...(process.env.DATABASE_LISTEN_URL && {
        watch: { connectionString: process.env.DATABASE_LISTEN_URL },
      }),
    }),
  ],
  jobs: {
    // Every instance looks; one sends.
    autoRun: [{ cron: '*/5 * * * * *', queue: 'privacy-policy-webhooks', silent: true }],
    access: { run: () => false, queue: () => false, cancel: () => false },
  },
  editor: lexicalEditor(),
  i18n: {
    supportedLanguages: { ja, en },
    fallbackLanguage: 'ja',
    translations: adminWords,
  },
  localization: {
    locales: [
      { code: 'ja', label: { ja: '日本語', en: 'Japanese' } },
      { code: 'en', label: { ja: '英語', en: 'English' } },
    ],
    defaultLocale: 'ja',
    fallback: false,
  },
  graphQL: graphQLLimits,
  // By `npm run generate:types`; else every process that is not in production would spend seconds on it.
  typescript: { outputFile: path.join(root, 'src/payload-types.ts'), autoGenerate: false },
  admin: {
    user: users.slug,
    avatar: 'default',
    dateFormat: 'yyyy-MM-dd HH:mm',
    importMap: {
      baseDir: root,
      importMapFile: path.join(root, 'src/admin/app/(payload)/admin/importMap.js'),
    },
  },
})
