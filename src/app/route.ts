/**
 * Addresses of the page, read by hand (design, section 2): `/`, `/m/<mapId>#<token>`, and while a map is presented
 * `/m/<mapId>?present#<token>`, where `present` may name a slide, or a stage, to begin with.
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

type Address = Pick<Location, 'pathname' | 'search' | 'hash'>;

export function readRoute(address: Address): Route {
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

const isOfPresenting = (part: string): boolean => /^present(=|$)/.test(part);

export function isPresenting(search: string): boolean {
  return search.slice(1).split('&').some(isOfPresenting);
}

/** The slide or stage that an address names; null: none. */
export function slideIn(search: string): string | null {
  return new URLSearchParams(search).get('present') || null;
}

/** The address with a slide to be presented (null: from the beginning); all else in it stays, the key before all. */
export function presentingAddress(address: Address, slide: string | null): string {
  const present = slide === null ? 'present' : `present=${encodeURIComponent(slide)}`;
  return withSearch(address, [...otherParts(address), present]);
}

/** The address without presenting. */
export function withoutPresenting(address: Address): string {
  return withSearch(address, otherParts(address));
}

function otherParts({ search }: Address): readonly string[] {
  return search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !isOfPresenting(part));
}

function withSearch({ pathname, hash }: Address, parts: readonly string[]): string {
  return `${pathname}${parts.length === 0 ? '' : `?${parts.join('&')}`}${hash}`;
}
