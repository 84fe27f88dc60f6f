/**
 * What the open map can be compared with: maps that this device has a key to, versions that the server keeps, a file. Keys
 * stay here: a comparison is named in an address without them. Another map is followed as long as it is looked at.
 */
import type { OtherMaps, OtherRead } from '../insights/compare/otherMaps.ts';
import { parseMap } from '../model/parseMap.ts';
import type { Comparing } from '../state/comparing.ts';
import { rememberedMap, rememberedMaps } from '../state/deviceMaps.ts';
import { readName } from '../state/personName.ts';
import { deviceKey } from '../sync/deviceKey.ts';
import { readMapWithContent, type Answer } from '../sync/mapsApi.ts';
import { readVersion, readVersions } from '../sync/versionsApi.ts';

/** `guest`: what a visitor without a name is called. */
export function otherMapsOf(mapId: string, token: string, storage: Storage, guest: string): OtherMaps {
  return {
    maps: rememberedMaps(storage)
      .filter(({ id }) => id !== mapId)
      .map(({ id, title, state, baseMapId = null }) => ({ id, title, state, baseMapId })),
    versions: async () => {
      const answer = await readVersions(mapId, token);
      return answer.ok ? answer.value.map(({ id, title, at }) => ({ id, title, at })) : [];
    },
    follow: (which, tell) => followOther(which, { mapId, token, storage, guest, tell }),
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

interface Following {
  readonly mapId: string;
  readonly token: string;
  readonly storage: Storage;
  readonly guest: string;
  readonly tell: (read: OtherRead) => void;
}

function followOther(which: Comparing, { mapId, token, storage, guest, tell }: Following): () => void {
  const [kind, id = ''] = which.split(':');
  let stop = () => {};
  let gone = false;
  const follow = async () => {
    if (kind === 'version') return contentOf(await readVersion(mapId, token, id));
    // A map compared with itself needs no other key.
    const key = id === mapId ? token : rememberedMap(storage, id)?.token;
    if (kind !== 'map' || key === undefined) return { ok: false, why: 'no-access' } as const;
    const answer = await readMapWithContent(id, key);
    if (!answer.ok) return contentOf(answer);
    const { role, generation, content } = answer.value;
    const { followMap } = await import('./followMap.ts');
    if (!gone)
      stop = followMap(
        {
          mapId: id,
          token: key,
          role,
          generation,
          deviceKey: deviceKey(storage),
          name: readName(storage) || guest,
        },
        (map) => tell({ ok: true, map }),
        (why) => tell({ ok: false, why }),
      );
    return parsed(content);
  };
  void follow().then((read) => {
    if (!gone) tell(read);
  });
  return () => {
    gone = true;
    stop();
  };
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
