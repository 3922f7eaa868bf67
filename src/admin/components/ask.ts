/** A place where something has to be done. */
export type ProblemPlace = {
  readonly collection?: string
  readonly id?: string
  readonly name?: { readonly ja: string; readonly en: string }
  readonly message?: { readonly ja: string; readonly en: string }
}
export type Refused = { readonly detail: string; readonly errors?: readonly ProblemPlace[] }
export type Outcome<T> = { readonly done: T } | { readonly refused: Refused }

/** Asks the server as the user who is signed in; what it refuses, and that it cannot be reached, is told in words. */
export async function ask<T>(
  method: 'GET' | 'POST' | 'PATCH',
  url: string,
  body?: object,
): Promise<Outcome<T>> {
  try {
    const response = await fetch(url, {
      method,
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
    })
    const answer = await response.json()
    if (response.ok) return { done: answer as T }
    const detail = answer.detail ?? answer.errors?.[0]?.message ?? String(response.status)
    return { refused: { detail, errors: answer.detail ? (answer.errors ?? []) : [] } }
  } catch (error) {
    return { refused: { detail: String(error) } }
  }
}
