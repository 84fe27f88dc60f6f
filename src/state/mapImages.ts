/**
 * The pictures of an open map on this device: fetched once each when something that shows them is first drawn, kept as
 * addresses of this page's own memory. One that could not be fetched for want of a network is asked for again later.
 */
import type { StoredImageFacts } from '../protocol/http.ts';
import type { Answer } from '../sync/mapsApi.ts';

export interface MapImages {
  /** The picture's address in this page; null while it is not here. Asking begins to fetch it. */
  urlOf(hash: string): string | null;
  /** Called when one more is here. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The picture itself, for files; null when it cannot be had. */
  blobOf(hash: string): Promise<Blob | null>;
  /** Stores a PNG or JPEG on the server; it is shown from here at once. */
  add(image: Blob): Promise<Answer<StoredImageFacts>>;
  /** Stores here what another map shows, as far as this device has its key; true when it is here then. */
  bring(hash: string, fromMapId: string): Promise<boolean>;
}

export interface LiveImages extends MapImages {
  dispose(): void;
}

const askAgainMs = 15_000;

export function createMapImages(
  load: (hash: string) => Promise<Blob | null>,
  store: (image: Blob) => Promise<Answer<StoredImageFacts>>,
  loadFrom: (mapId: string, hash: string) => Promise<Blob | null> = () => Promise.resolve(null),
): LiveImages {
  const here = new Map<string, string>();
  const asked = new Map<string, Promise<Blob | null>>();
  const listeners = new Set<() => void>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let isOver = false;

  const keep = (hash: string, blob: Blob): void => {
    if (isOver || here.has(hash)) return;
    here.set(hash, URL.createObjectURL(blob));
    asked.set(hash, Promise.resolve(blob));
    for (const listener of listeners) listener();
  };
  const ask = (hash: string): Promise<Blob | null> => {
    const known = asked.get(hash);
    if (known) return known;
    const answer = load(hash).then(
      (blob) => {
        if (blob) keep(hash, blob);
        return blob;
      },
      () => {
        const timer = setTimeout(() => {
          timers.delete(timer);
          asked.delete(hash);
          for (const listener of listeners) listener();
        }, askAgainMs);
        timers.add(timer);
        return null;
      },
    );
    asked.set(hash, answer);
    return answer;
  };

  const add = async (image: Blob): Promise<Answer<StoredImageFacts>> => {
    const answer = await store(image);
    if (answer.ok) keep(answer.value.hash, image);
    return answer;
  };

  return {
    urlOf(hash) {
      const found = here.get(hash);
      if (!found && !isOver) void ask(hash);
      return found ?? null;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    blobOf: (hash) => ask(hash),
    add,
    async bring(hash, fromMapId) {
      try {
        if (here.has(hash) || (await load(hash))) return true;
        const image = await loadFrom(fromMapId, hash);
        // Equal bytes have the same hash there and here.
        return image !== null && (await add(image)).ok;
      } catch {
        // Without a network the place of the picture says what it showed, as in any map that does not have it.
        return false;
      }
    },
    dispose() {
      isOver = true;
      for (const timer of timers) clearTimeout(timer);
      for (const url of here.values()) URL.revokeObjectURL(url);
      here.clear();
      listeners.clear();
    },
  };
}
