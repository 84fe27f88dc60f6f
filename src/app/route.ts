/**
 * Addresses of the page, read by hand (design, section 2): `/`, `/m/<mapId>#<token>`, and while a map is presented
 * `/m/<mapId>?present#<token>`, where `present` may name a slide, or a stage, to begin with. `/m/<mapId>?embed#<token>`
 * is the map without what stands around it, to be shown within another page; `embed` may name the share link.
 * The token stands in the fragment only; whatever is not such an address is 'unknown'.
 */
export type Route =
  | { readonly page: 'home'; readonly createToken: string | null }
  | {
      readonly page: 'map';
      readonly mapId: string;
      readonly token: string | null;
      /** Something stands after “#” that can be no key. */
      readonly brokenKey: boolean;
      readonly presenting: boolean;
    }
  | { readonly page: 'unknown' };

const token = /^[A-Za-z0-9_-]{16,200}$/;

export function readRoute(address: Pick<Location, 'pathname' | 'search' | 'hash'>): Route {
  const fragment = address.hash.replace(/^#/, '');
  if (address.pathname === '/' || address.pathname === '/index.html') {
    return { page: 'home', createToken: token.test(fragment) ? fragment : null };
  }
  const map = /^\/m\/([A-Za-z0-9_-]{1,64})\/?$/.exec(address.pathname);
  if (map?.[1]) {
    const isKey = token.test(fragment);
    return {
      page: 'map',
      mapId: map[1],
      token: isKey ? fragment : null,
      brokenKey: !isKey && fragment !== '',
      presenting: isPresenting(address.search),
    };
  }
  return { page: 'unknown' };
}

/** The address of a map's page for a token. */
export function mapAddress(mapId: string, mapToken: string): string {
  return `/m/${mapId}#${mapToken}`;
}

export function isPresenting(search: string): boolean {
  return /[?&]present(=|&|$)/.test(search);
}

/** Whether the map stands alone, within another page (EmbedPage.tsx). */
export function isEmbedded(search: string): boolean {
  return /[?&]embed(=|&|$)/.test(search);
}
