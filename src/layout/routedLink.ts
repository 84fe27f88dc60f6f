/** A link as it will be drawn. */
import type { Link } from '../model/journeyMap.ts';
import type { LinkLabel } from './drawLinks.ts';
import type { LinkShape } from './mapLayout.ts';
import { isAlike } from './same.ts';
import type { Box } from './scene.ts';

/** A link as it will be drawn. */
export interface RoutedLink {
  readonly link: Link;
  readonly shape: LinkShape;
  readonly label: { readonly text: LinkLabel; readonly box: Box } | null;
  /** Return signs at tail and head, with the address they name; then the route is empty. */
  readonly signs: readonly {
    readonly box: Box;
    readonly address: string;
    readonly edge: number;
    readonly arrives: boolean;
  }[];
}

/** The former link where everything about it is equal; else at least its shape, where that is. */
export function keepRouted(before: RoutedLink | undefined, now: RoutedLink): RoutedLink {
  if (!before || !isAlike(before.shape, now.shape)) return now;
  const isSame =
    before.link === now.link &&
    before.label?.text.text === now.label?.text.text &&
    isAlike(before.signs, now.signs);
  return isSame ? before : { ...now, shape: before.shape };
}
