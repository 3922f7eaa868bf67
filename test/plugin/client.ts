import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { type CollectionSlug, handleEndpoints, type Payload } from 'payload'

const ORIGIN = 'http://host.example'

/** What came back, whole: whatever a leak could hide in. */
export type Answered = {
  readonly status: number
  readonly headers: string
  readonly text: string
  /** The body, when it is JSON. */
  readonly json: unknown
}

/** Somebody who sends requests: with a token signed in, without one anonymous. */
export type Client = {
  readonly rest: (
    method: string,
    path: string,
    body?: unknown,
    more?: { readonly [header: string]: string } | undefined,
  ) => Promise<Answered>
  readonly graphql: (query: string, variables?: object) => Promise<Answered>
}

/** Speaks to a Payload instance as HTTP does, through its own handlers. */
export function clientOf({ config }: Payload, token?: string): Client {
  const headers = {
    'content-type': 'application/json',
    'accept-language': 'en',
    ...(token && { authorization: `JWT ${token}` }),
  }
  const graphqlPost = GRAPHQL_POST(Promise.resolve(config))
  return {
    async rest(method, path, body, more) {
      const init = {
        method,
        headers: { ...headers, ...more },
        ...(body !== undefined && {
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      }
      const request = new Request(`${ORIGIN}${path}`, init)
      return answered(await handleEndpoints({ config, request }))
    },
    async graphql(query, variables = {}) {
      const body = JSON.stringify({ query, variables })
      const url = `${ORIGIN}/api/graphql`
      return answered(await graphqlPost(new Request(url, { method: 'POST', headers, body })))
    },
  }
}

/** Signs a user in by password and answers the client that is him. */
export async function signIn(
  payload: Payload,
  collection: string,
  credentials: { readonly email: string; readonly password: string },
): Promise<Client> {
  const { token } = await payload.login({
    collection: collection as CollectionSlug,
    data: credentials as never,
  })
  if (!token) throw new Error(`Expected a token for ${credentials.email}`)
  return clientOf(payload, token)
}

/** The id of what an answer says was made. */
export function madeIn(answer: Answered): string {
  const { doc } = (answer.json ?? {}) as { doc?: { id: string } }
  if (!doc) throw new Error(`Expected a new document, not ${answer.status} ${answer.text}`)
  return doc.id
}

async function answered(response: Response): Promise<Answered> {
  const text = await response.text()
  const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '')
  return {
    status: response.status,
    headers: JSON.stringify([...response.headers]),
    text,
    json: isJson && text !== '' ? JSON.parse(text) : undefined,
  }
}
