import { defineConfig } from 'vitest/config'

/** Tests of the pure core need no database; those of the other layers get one made for this run. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 180_000,
    projects: [
      { extends: true, test: { name: 'core', include: ['test/core/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'platform',
          include: ['test/**/*.test.ts'],
          exclude: ['test/core/**', 'test/fixtures/**'],
          globalSetup: ['test/global-setup.ts'],
        },
      },
    ],
  },
})
