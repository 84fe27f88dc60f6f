/**
 * Token -> what its holder may do on a map. An unknown map, a wrong token, another map's token, a withdrawn and an
 * expired one all answer null after the same one look-up by hash; nothing of the map is loaded for it (R2).
 */
import { timingSafeEqual } from 'node:crypto';
import { roleOfLink, type Role } from '../../src/protocol/roles.ts';
import type { LinkRow, Store } from '../storage/store.ts';
import { hashToken, isTokenForm } from './tokens.ts';

export interface Access {
  readonly mapId: string;
  readonly role: Role;
  readonly link: LinkRow;
}

/** The access a token gives to a map, or null. Rejects when the store cannot be read. */
export async function findAccess(
  store: Store,
  mapId: string,
  token: string | null,
  nowMs: number,
): Promise<Access | null> {
  // A malformed token is hashed and looked up like any other, so that it answers as slowly.
  const hash = hashToken(token !== null && isTokenForm(token) ? token : '');
  const link = await store.findLink(hash);
  if (!link || link.mapId !== mapId || !timingSafeEqual(link.tokenHash, hash)) return null;
  if (link.expiresAt !== null && link.expiresAt <= nowMs) return null;
  return { mapId, role: roleOfLink[link.name], link };
}

/** The token of an `Authorization: Bearer …` header, or null. */
export function bearerToken(header: string | undefined): string | null {
  return /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1] ?? null;
}
