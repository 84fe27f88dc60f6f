/**
 * The content that a page asks for when it opens a map, as JSON, kept until the map changes: reading it out of the
 * document takes most of the time in which somebody waits for a first picture, and links are opened by many.
 *
 * In: a map's id, which state of it is stored, and how to read it anew. Out: the JSON text. What was not asked for
 * the longest is let go when all together are larger than `most`.
 */
export interface KeptContent {
  /** The text of that state; `read` is asked when it is not kept. */
  get(mapId: string, state: string, read: () => Promise<Content>): Promise<string>;
  /** For whoever knows the content anyway. */
  keep(mapId: string, content: Content): void;
}

interface Content {
  readonly state: string;
  readonly json: string;
}

/** In UTF-16 units: at most twice as many bytes. */
const maxLength = 8 * 1024 * 1024;

export function createKeptContent(most = maxLength): KeptContent {
  const kept = new Map<string, Content>();
  let length = 0;

  function drop(mapId: string): void {
    length -= kept.get(mapId)?.json.length ?? 0;
    kept.delete(mapId);
  }

  function keep(mapId: string, content: Content): void {
    drop(mapId);
    if (content.json.length > most) return;
    kept.set(mapId, content);
    length += content.json.length;
    for (const oldest of kept.keys()) {
      if (length <= most) break;
      drop(oldest);
    }
  }

  return {
    keep,
    async get(mapId, state, read) {
      const found = kept.get(mapId);
      const content = found?.state === state ? found : await read();
      keep(mapId, content);
      return content.json;
    },
  };
}
