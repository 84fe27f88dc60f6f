/** The shapes of the HTTP API (design.md 2) that page and server share. */
import type { LinkName, Role } from './roles.ts';

interface IssuedLink {
  readonly id: string;
  readonly token: string;
  readonly url: string;
}

export interface CreatedMap {
  readonly id: string;
  readonly links: Readonly<Record<LinkName, IssuedLink>>;
}

export interface MapFacts {
  readonly id: string;
  readonly title: string;
  readonly role: Role;
  readonly generation: number;
  readonly updatedAt: string;
  readonly limits: Readonly<Record<string, number>>;
}

/** A share link as the owner sees it; the token itself is never shown again. */
export interface LinkFacts {
  readonly id: string;
  readonly name: LinkName;
  readonly role: Role;
  readonly label: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastOpenedAt: string | null;
  /** How many sockets it has open now. */
  readonly here: number;
  /** The link the caller used. */
  readonly mine: boolean;
}

/** Body of `POST /api/maps/:id/links`; the answer is `LinkFacts & { token, url }`. */
export interface LinkWish {
  readonly name: LinkName;
  readonly label?: string;
  readonly expiresAt?: string | null;
}

/** RFC 9457 problem details; `detail` says what happened, what is safe and what to do next. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  readonly status: number;
  readonly reasons?: readonly { readonly path: string; readonly message: string; readonly value?: unknown }[];
}
