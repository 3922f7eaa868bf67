import { cruise, type IForbiddenRuleType } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { expect, test } from 'vitest'

/** What each layer may import of this repository; from the inside out. */
const layers = {
  'src/core': [],
  'src/platform': ['src/core'],
  'src/operations': ['src/core', 'src/platform'],
  'src/delivery': ['src/core', 'src/platform', 'src/operations'],
  collections: ['src/core'],
  plugins: ['collections', 'src/core', 'src/operations', 'src/delivery'],
  'src/admin': ['src/core', 'src/operations', 'src/delivery', 'payload.config.ts'],
  'src/cli': ['src/core', 'src/platform', 'src/operations', 'src/delivery', 'payload.config.ts'],
  'src/server': ['src/core', 'src/platform', 'src/operations', 'src/delivery', 'payload.config.ts'],
}

/** Types of the records, generated from the collections; they hold no code. */
const generated = 'src/payload-types.ts'

const inwardOnly: IForbiddenRuleType[] = Object.entries(layers).map(([layer, inner]) => ({
  name: `${layer} imports inward only`,
  severity: 'error',
  from: { path: `^${layer}/` },
  to: {
    path: '^(src|collections|plugins|migrations|test|payload\\.config)',
    pathNot: [layer, ...inner, generated].map((place) => `^${place.replaceAll('.', '\\.')}(/|$)`),
  },
}))

const pureCore: IForbiddenRuleType[] = [
  {
    name: 'the core knows no host',
    severity: 'error',
    from: { path: '^src/core/' },
    to: { path: '(^|/)(payload|@payloadcms|next|react|react-dom|express|graphql|pg)(/|$)' },
  },
  {
    name: 'the core does nothing but compute',
    severity: 'error',
    from: { path: '^src/core/' },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
  },
]

async function violations(root: string, places: string[]): Promise<string[]> {
  const { output } = await cruise(
    places,
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: [...inwardOnly, ...pureCore] },
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^src/admin/\\.next/' },
      tsPreCompilationDeps: true,
    },
    undefined,
    { tsConfig: extractTSConfig('tsconfig.json') },
  )
  if (typeof output === 'string') throw new Error('Expected a cruise result, not text')
  return output.summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`)
}

test('imports point inward', async () => {
  expect(await violations('.', ['src', 'collections', 'plugins', 'payload.config.ts'])).toEqual([])
})

test('an import that points outward is noticed', async () => {
  expect(await violations('test/fixtures/outward', ['src'])).toEqual([
    'src/core/clause.ts → src/operations/publish.ts: src/core imports inward only',
    'src/core/clock.ts → fs: the core does nothing but compute',
  ])
})
