/** The calls about the versions of a map (PROTOCOL.md P33). */
import type { Restored, VersionFacts, VersionWish } from '../protocol/http.ts';
import { call, type Answer } from './mapsApi.ts';

export function readVersions(mapId: string, token: string): Promise<Answer<readonly VersionFacts[]>> {
  return call('GET', `/api/maps/${mapId}/versions`, token);
}

/** The map as it was, a `touchline/1` object. */
export function readVersion(mapId: string, token: string, id: string): Promise<Answer<unknown>> {
  return call('GET', `/api/maps/${mapId}/versions/${id}`, token);
}

export function nameVersion(mapId: string, token: string, wish: VersionWish): Promise<Answer<VersionFacts>> {
  return call('POST', `/api/maps/${mapId}/versions`, token, wish);
}

export function renameVersion(
  mapId: string,
  token: string,
  id: string,
  title: string,
): Promise<Answer<VersionFacts>> {
  return call('PATCH', `/api/maps/${mapId}/versions/${id}`, token, { title });
}

export function deleteVersion(mapId: string, token: string, id: string): Promise<Answer<null>> {
  return call('DELETE', `/api/maps/${mapId}/versions/${id}`, token);
}

/** `by`: the name of whoever restores it. */
export function restoreVersion(
  mapId: string,
  token: string,
  id: string,
  by: string,
): Promise<Answer<Restored>> {
  return call('POST', `/api/maps/${mapId}/versions/${id}/restore`, token, { by });
}
