/** The shapes of the HTTP API (design.md 2) that page and server share. */
import type { ReasonCode } from '../model/reasons.ts';
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

/** What a page asks for first: the facts, and the content to show until its socket has brought the document. */
export interface MapWithContent extends MapFacts {
  /** A `touchline/1` file without comments and votes. */
  readonly content?: unknown;
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

/** A picture that was stored; `hash` is what an image's `image` says in the map. */
export interface StoredImageFacts {
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

/** How much a version holds. */
export interface VersionCounts {
  readonly stages: number;
  readonly lanes: number;
  readonly personas: number;
  readonly touchpoints: number;
}

/** A version of a map, in the list of `GET /api/maps/:id/versions`, the newest first. */
export interface VersionFacts {
  readonly id: string;
  /** `before`: kept because the content was replaced next; `restored`: what an earlier version put there. */
  readonly kind: 'named' | 'automatic' | 'before' | 'restored';
  /** '' but for named ones. */
  readonly title: string;
  readonly at: string;
  /** Names of the people who worked on it, as far as known. */
  readonly by: readonly string[];
  readonly counts: VersionCounts;
  /** The version that was put back, as it was then; it may be gone by now. */
  readonly source: { readonly id: string; readonly title: string; readonly at: string } | null;
  /** The map is still as it is here. */
  readonly isCurrent: boolean;
}

/** Body of `POST /api/maps/:id/versions`. */
export interface VersionWish {
  readonly title: string;
  /** The name of whoever names it. */
  readonly by: string;
}

/** What restoring did; both null when the map was like the version already. */
export interface Restored {
  /** What was there before, to go back to. */
  readonly before: VersionFacts | null;
  readonly version: VersionFacts | null;
}

/** What went wrong, for programs: the page says each in the reader's language. A code keeps its meaning for good. */
export type ProblemCode =
  | 'broken-json'
  | 'token-unknown'
  | 'may-not-create'
  | 'foreign-site'
  | 'role-too-low'
  | 'not-found'
  | 'map-deleted'
  | 'template-unknown'
  | 'last-owner-link'
  | 'version-unknown'
  | 'versions-full'
  | 'too-large'
  | 'wrong-content'
  | 'too-many'
  | 'cannot-save'
  | 'cannot-read'
  | 'unexpected';

/** Why content was refused: the rule as a code with its values (model/reasons.ts) and as an English sentence. */
export interface ProblemReason {
  readonly path: string;
  /** `request`: the call itself is wrong, not a map in it. */
  readonly code: ReasonCode | 'request';
  /** What the sentence needs: numbers, names, paths. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly message: string;
  /** What stood there. */
  readonly value?: unknown;
}

/** RFC 9457 problem details; `detail` says what happened, what is safe and what to do next. */
export interface Problem {
  readonly type: string;
  readonly code: ProblemCode;
  readonly title: string;
  readonly detail: string;
  readonly status: number;
  readonly reasons?: readonly ProblemReason[];
}
