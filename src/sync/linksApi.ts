/** The HTTP calls that no page begins with: maps made and put away, their share links, and who is there. */
import type { CreatedMap, LinkFacts, LinkWish, MapFacts } from '../protocol/http.ts';
import { call, type Answer } from './mapsApi.ts';

export type IssuedLinkFacts = LinkFacts & { readonly token: string; readonly url: string };
/** What a new map is made from; nothing = an empty map. */
export interface MapWish {
  readonly title?: string;
  readonly template?: string;
  readonly document?: unknown;
}

export function createMap(wish: MapWish, createToken: string | null): Promise<Answer<CreatedMap>> {
  return call('POST', '/api/maps', createToken, wish);
}

/** How many people have a map open now; null when that cannot be told. */
export async function readPeopleHere(mapId: string, token: string): Promise<number | null> {
  const answer = await call<MapFacts & { readonly here: number }>(
    'GET',
    `/api/maps/${mapId}?with=here`,
    token,
  );
  return answer.ok ? answer.value.here : null;
}

export function readLinks(mapId: string, token: string): Promise<Answer<readonly LinkFacts[]>> {
  return call('GET', `/api/maps/${mapId}/links`, token);
}

export function createLink(mapId: string, token: string, wish: LinkWish): Promise<Answer<IssuedLinkFacts>> {
  return call('POST', `/api/maps/${mapId}/links`, token, wish);
}

export function withdrawLink(mapId: string, token: string, linkId: string): Promise<Answer<null>> {
  return call('DELETE', `/api/maps/${mapId}/links/${linkId}`, token);
}

/** To the bin, for everybody; for owners. */
export function deleteMap(mapId: string, token: string): Promise<Answer<null>> {
  return call('DELETE', `/api/maps/${mapId}`, token);
}

/** Out of the bin again; for owners. */
export function undeleteMap(mapId: string, token: string): Promise<Answer<null>> {
  return call('POST', `/api/maps/${mapId}/undelete`, token);
}
