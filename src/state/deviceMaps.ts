/**
 * The maps this device knows: title, role, when last opened, the tokens it was given, and a small picture.
 * One entry a map in the browser's local storage, so two tabs writing different maps never overwrite each other.
 *
 * What is read back is untrusted (other tabs, older versions, people): anything odd is left out.
 * A storage that is blocked or full costs the memory, never the work: nothing here throws.
 */
import type { Scene } from '../layout/scene.ts';
import type { MapState } from '../model/journeyMap.ts';
import type { LinkName, Role } from '../protocol/roles.ts';

export interface DeviceMap {
  readonly id: string;
  readonly title: string;
  readonly state: MapState;
  /** The map that this one is a future state of. */
  readonly baseMapId?: string | null;
  readonly role: Role;
  readonly generation: number;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  /** When it went to the bin from here, in milliseconds since 1970; opening it takes it out again. */
  readonly deletedAt?: number | null;
  /** The token this device opens the map with. */
  readonly token: string;
  /** Tokens of share links this device made or was given, by link id. */
  readonly links: Readonly<Record<string, { readonly name: LinkName; readonly token: string }>>;
  /** Words to find it by: names of stages and titles of touchpoints. */
  readonly words: string;
}

const mapPrefix = 'touchline:map:';
const picturePrefix = 'touchline:picture:';
const roles: readonly Role[] = ['owner', 'editor', 'commenter', 'viewer'];
const linkNames: readonly LinkName[] = ['owner', 'edit', 'comment', 'view'];
const largestPicture = 60_000;
const listeners = new Set<() => void>();
let changes = 0;

/** Called after anything in here was written, by this tab or another; gives back its undoing. */
export function onRemembered(listener: () => void): () => void {
  const meanwhile = ({ persisted }: PageTransitionEvent) => persisted && announce();
  listeners.add(listener);
  addEventListener('storage', announce);
  // A page taken back from the browser's cache has slept through what other tabs wrote.
  addEventListener('pageshow', meanwhile);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', announce);
    removeEventListener('pageshow', meanwhile);
  };
}

/** How often something in here has been written: another number, other maps or pictures. */
export function rememberedChanges(): number {
  return changes;
}

/** All remembered maps, last opened first. */
export function rememberedMaps(storage: Storage): readonly DeviceMap[] {
  return keysOf(storage, mapPrefix)
    .flatMap((key) => parseDeviceMap(read(storage, key)) ?? [])
    .toSorted((a, b) => b.openedAt - a.openedAt);
}

export function rememberedMap(storage: Storage, id: string): DeviceMap | null {
  return parseDeviceMap(read(storage, mapPrefix + id));
}

/** Adds or changes a map's entry; links given before are kept. */
export function rememberMap(
  storage: Storage,
  map: Omit<DeviceMap, 'links' | 'words' | 'state'> & Partial<DeviceMap>,
): void {
  const before = rememberedMap(storage, map.id);
  const entry: DeviceMap = {
    state: before?.state ?? 'current',
    words: before?.words ?? '',
    ...map,
    links: { ...before?.links, ...map.links },
  };
  write(storage, mapPrefix + map.id, JSON.stringify(entry));
}

/** Keeps the token of a share link, so that its address can be copied again here. */
export function rememberLink(
  storage: Storage,
  mapId: string,
  linkId: string,
  name: LinkName,
  token: string,
): void {
  const before = rememberedMap(storage, mapId);
  if (before) rememberMap(storage, { ...before, links: { [linkId]: { name, token } } });
}

export function forgetLink(storage: Storage, mapId: string, linkId: string): void {
  const before = rememberedMap(storage, mapId);
  if (!before) return;
  const links = Object.fromEntries(Object.entries(before.links).filter(([id]) => id !== linkId));
  write(storage, mapPrefix + mapId, JSON.stringify({ ...before, links }));
}

/** Notes when a map went to the bin, or (null) that it is out of it: its key stays here, to bring it back with. */
export function rememberDeleted(storage: Storage, id: string, deletedAt: number | null): void {
  const before = rememberedMap(storage, id);
  if (before) rememberMap(storage, { ...before, deletedAt });
}

/** Removes everything this storage holds of a map (R61); its local copy is removed by its own keeper. */
export function forgetMap(storage: Storage, id: string): void {
  for (const key of [mapPrefix + id, picturePrefix + id]) {
    try {
      storage.removeItem(key);
    } catch {
      // A blocked storage holds nothing to remove.
    }
  }
  announce();
}

/** Keeps a map's small picture; coordinates to a tenth, and none at all when it would be too large. */
export function rememberPicture(storage: Storage, id: string, scene: Scene): void {
  const text = JSON.stringify(scene, (_key, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 10) / 10 : value,
  );
  if (text.length <= largestPicture) write(storage, picturePrefix + id, text);
}

export function rememberedPicture(storage: Storage, id: string): Scene | null {
  const value = read(storage, picturePrefix + id);
  if (typeof value !== 'object' || value === null) return null;
  const scene = value as Partial<Scene>;
  return typeof scene.width === 'number' && typeof scene.height === 'number' && Array.isArray(scene.groups)
    ? (scene as Scene)
    : null;
}

function parseDeviceMap(value: unknown): DeviceMap | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, title, state, baseMapId, role, generation, openedAt, deletedAt, token, links, words } =
    value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof token !== 'string' || !roles.some((one) => one === role)) return null;
  return {
    id,
    token,
    title: typeof title === 'string' ? title : '',
    state: state === 'future' || state === 'actual' ? state : 'current',
    baseMapId: typeof baseMapId === 'string' ? baseMapId : null,
    role: role as Role,
    generation: typeof generation === 'number' ? generation : 0,
    openedAt: timeOr(openedAt, 0),
    deletedAt: timeOr(deletedAt, null),
    links: parseLinks(links),
    words: typeof words === 'string' ? words : '',
  };
}

function timeOr<T>(value: unknown, otherwise: T): number | T {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

function parseLinks(value: unknown): DeviceMap['links'] {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).flatMap(([id, link]) => {
      const { name, token } = (typeof link === 'object' && link !== null ? link : {}) as Record<
        string,
        unknown
      >;
      return linkNames.some((one) => one === name) && typeof token === 'string'
        ? [[id, { name: name as LinkName, token }]]
        : [];
    }),
  );
}

function keysOf(storage: Storage, prefix: string): string[] {
  try {
    return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
      key.startsWith(prefix),
    );
  } catch {
    return [];
  }
}

function read(storage: Storage, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function write(storage: Storage, key: string, text: string): void {
  try {
    storage.setItem(key, text);
  } catch {
    // Full or blocked: the list of maps is a convenience, the map itself lies elsewhere.
  }
  announce();
}

function announce(): void {
  changes++;
  for (const listener of listeners) listener();
}
