/** What a map can be compared with, and the way to it; the app knows this device's maps and asks the server. */
import type { JourneyMap, MapState } from '../../model/journeyMap.ts';
import type { Comparing } from '../../state/comparing.ts';

export interface KnownMap {
  readonly id: string;
  readonly title: string;
  readonly state: MapState;
  /** The map it is a future state of. */
  readonly baseMapId: string | null;
}

export interface KnownVersion {
  readonly id: string;
  /** '' unless somebody named it. */
  readonly title: string;
  readonly at: string;
}

export type OtherRead =
  | { readonly ok: true; readonly map: JourneyMap }
  | { readonly ok: false; readonly why: 'no-access' | 'gone' | 'offline' | 'unreadable' };

export interface OtherMaps {
  /** Of this device, without the one that is open. */
  readonly maps: readonly KnownMap[];
  /** Newest first; none where the server does not answer. */
  readonly versions: () => Promise<readonly KnownVersion[]>;
  /** Tells what it holds, and again whenever somebody changes it; gives back its end. A version is told once. */
  readonly follow: (which: Comparing, tell: (read: OtherRead) => void) => () => void;
  readonly readFile: (file: File) => Promise<OtherRead>;
}
