/**
 * What the open map can be compared with: maps that this device has a key to, versions that the server keeps, a file. Keys
 * stay here: a comparison is named in an address without them.
 */
import type { OtherMaps, OtherRead } from '../insights/compare/otherMaps.ts';
import { parseMap } from '../model/parseMap.ts';
import type { Comparing } from '../state/comparing.ts';
import { rememberedMap, rememberedMaps } from '../state/deviceMaps.ts';
import { readMapWithContent, type Answer } from '../sync/mapsApi.ts';
import { readVersion, readVersions } from '../sync/versionsApi.ts';

export function otherMapsOf(mapId: string, token: string, storage: Storage): OtherMaps {
  return {
    maps: rememberedMaps(storage)
      .filter(({ id }) => id !== mapId)
      .map(({ id, title, state, baseMapId = null }) => ({ id, title, state, baseMapId })),
    versions: async () => {
      const answer = await readVersions(mapId, token);
      return answer.ok ? answer.value.map(({ id, title, at }) => ({ id, title, at })) : [];
    },
    read: (which) => readOther(which, mapId, token, storage),
    readFile: async (file) => {
      const text = await file.text().catch(() => '');
      try {
        return parsed(JSON.parse(text.replace(/^\uFEFF/, '')));
      } catch {
        return { ok: false, why: 'unreadable' };
      }
    },
  };
}

async function readOther(
  which: Comparing,
  mapId: string,
  token: string,
  storage: Storage,
): Promise<OtherRead> {
  const [kind, id = ''] = which.split(':');
  if (kind === 'version') return contentOf(await readVersion(mapId, token, id));
  // A map compared with itself needs no other key.
  const key = id === mapId ? token : rememberedMap(storage, id)?.token;
  if (kind !== 'map' || key === undefined) return { ok: false, why: 'no-access' };
  const answer = await readMapWithContent(id, key);
  return contentOf(answer.ok ? { ok: true, value: answer.value.content } : answer);
}

function contentOf(answer: Answer<unknown>): OtherRead {
  if (answer.ok) return parsed(answer.value);
  const { failure } = answer;
  if (failure.kind === 'offline') return { ok: false, why: 'offline' };
  return { ok: false, why: failure.status === 404 ? 'gone' : 'no-access' };
}

function parsed(file: unknown): OtherRead {
  const read = parseMap(file);
  return read.ok ? { ok: true, map: read.map } : { ok: false, why: 'unreadable' };
}
