import { depthLimit } from '@graphile/depth-limit'
import { type ExecutionArgs, NoSchemaIntrospectionCustomRule, type ValidationRule } from 'graphql'
import type { Config, PayloadRequest } from 'payload'

/**
 * Deep enough for a whole policy, sections within sections; too shallow for a query that runs in circles. The
 * standard introspection query of graphql 16 asks for nine types within types.
 */
const depth = depthLimit({
  maxDepth: 24,
  maxListDepth: 12,
  maxSelfReferentialDepth: 8,
  maxIntrospectionDepth: 20,
  maxDepthByFieldCoordinates: { '__Type.ofType': 9 },
})

/** What a GraphQL operation may cost; the schema itself is shown to signed-in users only, in production too. */
export const graphQLLimits = {
  maxComplexity: 2_000,
  disableIntrospectionInProduction: false,
  disablePlaygroundInProduction: true, // Payload's loads its scripts from a CDN; the server has its own.
  validationRules: (args) => [
    depth,
    ...(isSignedIn(args) ? [] : [NoSchemaIntrospectionCustomRule]),
  ],
} satisfies Config['graphQL'] & { validationRules: (args: ExecutionArgs) => ValidationRule[] }

function isSignedIn({ contextValue }: ExecutionArgs): boolean {
  const { req } = contextValue as { req?: PayloadRequest }
  return Boolean(req?.user)
}
