/**
 * Return signs: loops between stages that are more than one apart are told by a pair of signs with the other end's
 * address, not by a line across the map. Signs stand under the card's lower left corner, where few links meet it.
 */
import type { Link } from '../model/journeyMap.ts';
import { signHeight, signWidth } from './drawLinks.ts';
import type { CardBox, StageColumn } from './mapLayout.ts';
import type { RoutedLink } from './routedLink.ts';

type Columns = ReadonlyMap<string, StageColumn>;

const signGap = 8;

/** Whether a link is told by signs. */
export function isFar(link: Link, from: CardBox, to: CardBox, columns: Columns): boolean {
  if (link.kind !== 'loop') return false;
  const a = columns.get(from.stageId)?.index ?? 0;
  const b = columns.get(to.stageId)?.index ?? 0;
  return Math.abs(a - b) > 1;
}

/** How much of each card's lower edge the signs take, by touchpoint id. */
export function signWidths(
  links: readonly Link[],
  cards: ReadonlyMap<string, CardBox>,
  columns: Columns,
): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  for (const link of links) {
    if (link.kind !== 'loop') continue;
    const from = cards.get(link.from);
    const to = cards.get(link.to);
    if (!from || !to || !isFar(link, from, to, columns)) continue;
    widths.set(from.id, (widths.get(from.id) ?? 0) + signWidth(to.address) + signGap);
    widths.set(to.id, (widths.get(to.id) ?? 0) + signWidth(from.address) + signGap);
  }
  return widths;
}

interface Ends {
  readonly link: Link;
  readonly from: { readonly card: CardBox };
  readonly to: { readonly card: CardBox };
}

/** The signs of links that have no route, one beside the other where a card has several. */
export function returnSigns(links: readonly Ends[]): ReadonlyMap<string, RoutedLink['signs']> {
  const taken = new Map<string, number>();
  const signs = new Map<string, RoutedLink['signs']>();
  const place = (card: CardBox, address: string, arrives: boolean): RoutedLink['signs'][number] => {
    const width = signWidth(address);
    const used = taken.get(card.id) ?? 0;
    taken.set(card.id, used + width + signGap);
    const x = Math.min(card.x + 4 + used, card.x + card.width - width);
    const edge = card.y + card.height;
    return { box: { x, y: edge + 1.5, width, height: signHeight }, address, edge, arrives };
  };
  for (const { link, from, to } of links) {
    signs.set(link.id, [place(from.card, to.card.address, false), place(to.card, from.card.address, true)]);
  }
  return signs;
}
