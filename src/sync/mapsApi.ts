/**
 * The HTTP calls of the page (design, section 2). Tokens travel in the header only.
 * Every call answers `{ ok: true, value }` or says why not: `offline` (no answer), or the server's problem details.
 */
import type { MapWithContent, Problem } from '../protocol/http.ts';

export type Failure =
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly status: number; readonly problem: Problem | null };
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** The facts about a map and, in the same answer, its content as a file. */
export function readMapWithContent(mapId: string, token: string): Promise<Answer<MapWithContent>> {
  return call('GET', `/api/maps/${mapId}?with=content`, token);
}

/** One call of the API. */
export function call<T>(
  method: string,
  path: string,
  token: string | null,
  body?: unknown,
): Promise<Answer<T>> {
  return answerOf(() =>
    fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      cache: 'no-store',
    }),
  );
}

/** What the server answered, or why not. */
export async function answerOf<T>(ask: () => Promise<Response>): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await ask();
  } catch {
    return { ok: false, failure: { kind: 'offline' } };
  }
  const content: unknown = await response.json().catch(() => null);
  if (response.ok) return { ok: true, value: content as T };
  // A proxy in front answers for a server that is down; that is no answer of the server.
  if (response.status === 502 || response.status === 504) return { ok: false, failure: { kind: 'offline' } };
  const problem =
    typeof content === 'object' && content !== null && 'detail' in content ? (content as Problem) : null;
  return { ok: false, failure: { kind: 'refused', status: response.status, problem } };
}
