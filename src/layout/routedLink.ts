/** A link as it will be drawn, and whether two of them would be drawn alike. */
import type { Link } from '../model/journeyMap.ts';
import type { LinkLabel } from './drawLinks.ts';
import type { LinkShape } from './mapLayout.ts';
import { sameInputs } from './same.ts';
import type { Box, Point } from './scene.ts';

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

/** The former link where everything about it is equal. */
export function keepRouted(before: RoutedLink | undefined, now: RoutedLink): RoutedLink {
  if (!before || before.link !== now.link) return withShape(before, now);
  const same =
    isSameShape(before.shape, now.shape) &&
    before.label?.text.text === now.label?.text.text &&
    sameSigns(before, now);
  return same ? before : withShape(before, now);
}

function withShape(before: RoutedLink | undefined, now: RoutedLink): RoutedLink {
  return before && isSameShape(before.shape, now.shape) ? { ...now, shape: before.shape } : now;
}

function isSameShape(a: LinkShape, b: LinkShape): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.labelAt?.x === b.labelAt?.x &&
    a.labelAt?.y === b.labelAt?.y &&
    sameInputs(Object.values(a.box), Object.values(b.box)) &&
    isSameRoute(a.route, b.route)
  );
}

/** Whether a link goes this way already. */
export function hasRoute({ shape }: RoutedLink, route: readonly Point[]): boolean {
  return isSameRoute(shape.route, route);
}

function isSameRoute(a: readonly Point[], b: readonly Point[]): boolean {
  return (
    a.length === b.length && a.every((point, index) => point.x === b[index]?.x && point.y === b[index]?.y)
  );
}

function sameSigns(a: RoutedLink, b: RoutedLink): boolean {
  return (
    a.signs.length === b.signs.length &&
    a.signs.every((sign, index) => {
      const other = b.signs[index];
      return (
        other !== undefined &&
        sign.address === other.address &&
        sign.box.x === other.box.x &&
        sign.box.y === other.box.y
      );
    })
  );
}
