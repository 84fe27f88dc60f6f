/** Pictures of a map over HTTP: the token travels in the header only, so a picture is fetched and never addressed. */
import type { StoredImageFacts } from '../protocol/http.ts';
import type { Answer } from './mapsApi.ts';
import { answerOf } from './mapsApi.ts';

/** A picture's bytes; null when the map has none of this name. Rejects without a network. */
export async function loadImage(mapId: string, token: string, hash: string): Promise<Blob | null> {
  const response = await fetch(`/api/maps/${mapId}/images/${hash}`, { headers: authorized(token) });
  if (response.ok) return response.blob();
  if (response.status === 404 || response.status === 401) return null;
  throw new Error(String(response.status));
}

export function storeImage(mapId: string, token: string, image: Blob): Promise<Answer<StoredImageFacts>> {
  return answerOf(() =>
    fetch(`/api/maps/${mapId}/images`, {
      method: 'POST',
      headers: { ...authorized(token), accept: 'application/json', 'content-type': image.type },
      body: image,
    }),
  );
}

function authorized(token: string): { readonly authorization: string } {
  return { authorization: `Bearer ${token}` };
}
