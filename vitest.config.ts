import { defineConfig } from 'vitest/config'

/** What needs neither a database nor a browser runs without them, so that it can be run alone at once. */
const alone = [
  'test/core/**/*.test.ts',
  'test/admin/**/*.test.ts',
  'test/delivery/!(payload-source).test.ts',
  'test/fixtures/*.test.ts',
  'test/architecture.test.ts',
  'test/packages.test.ts',
]

export default defineConfig({
  // Payload loads graphql as CommonJS; a second copy of its classes would not know the first.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    pool: 'forks',
    // See "Without top-level await" in src/README.md.
    execArgv: ['--conditions=production'],
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 180_000,
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['test/**/*.test.ts'],
          exclude: [...alone, 'test/browser/**', 'test/fixtures/outward/**'],
          globalSetup: ['test/global-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
        },
      },
    ],
  },
})
