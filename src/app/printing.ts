/**
 * What the browser's own print gives of a map's page (U52): not the screen, but the sheet that the export draws, light,
 * with title, date and legend, fitted to one landscape page; from the Insights their report, a page a page; while a persona's
 * card is open, that card on a page to hang on the wall.
 *
 * The browser waits for nothing once it prints: sheets are drawn within its `beforeprint`, so this part and the map's
 * pictures are fetched beforehand. Emoji are left to the device's font.
 */
import { chooseOptions } from '../export/exportOptions.ts';
import type { StoredPictures } from '../export/fileFormats.ts';
import { drawPersonaSvg } from '../export/personaPoster.ts';
import { layoutSheets } from '../export/sheets.ts';
import { toSvg } from '../export/svg.ts';
import { imagesShown } from '../model/imagesShown.ts';
import { repairMap } from '../model/repair.ts';
import { picturesOf } from '../panels/takeAway/drawOnPage.ts';
import type { MapSession } from '../state/mapSession.ts';
import { classes } from '../ui/classes.ts';
import styles from './printing.module.css';

type Printed = Pick<MapSession, 'projection' | 'screen' | 'images'>;

/** From now on the browser prints the map's sheet. Gives back its undoing. */
export function servePrinting({ projection, screen, images }: Printed): () => void {
  let pictures: StoredPictures = new Map();
  let known = '';
  let shown: HTMLElement | null = null;

  const followPictures = (): void => {
    const { journey } = projection.getState();
    const wanted = [...imagesShown(journey)].join();
    if (wanted === known) return;
    known = wanted;
    picturesOf(journey, images).then(
      (fetched) => {
        if (wanted === known) pictures = fetched;
      },
      // Without a network the sheet is printed without them.
      () => undefined,
    );
  };
  const clear = (): void => {
    shown?.remove();
    shown = null;
  };
  const show = (): void => {
    clear();
    const { view, card } = screen.getState();
    const journey = repairMap(projection.getState().journey);
    const poster = card === null ? null : drawPersonaSvg(journey, card, 'light', pictures);
    const options = chooseOptions({
      content: view === 'insights' ? 'report' : 'map',
      theme: 'light',
      paper: 'A4',
    });
    shown = document.createElement('div');
    shown.className = classes(styles.sheets, poster !== null && styles.poster);
    const sheets =
      poster === null
        ? layoutSheets(journey, options).map((sheet) =>
            toSvg(sheet, { theme: 'light', background: false, images: pictures }),
          )
        : [poster];
    shown.append(...sheets.map(pageOf));
    document.body.append(shown);
  };

  followPictures();
  const unfollow = projection.subscribe(followPictures);
  addEventListener('beforeprint', show);
  addEventListener('afterprint', clear);
  return () => {
    unfollow();
    removeEventListener('beforeprint', show);
    removeEventListener('afterprint', clear);
    clear();
  };
}

/** A sheet in a tree of its own: its ids and the page's, and those of other sheets, are not taken for each other. */
function pageOf(svg: string): HTMLElement {
  const page = document.createElement('div');
  const drawing = document.importNode(
    new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement,
    true,
  );
  drawing.setAttribute('width', '100%');
  drawing.setAttribute('height', '100%');
  page.attachShadow({ mode: 'open' }).append(drawing);
  return page;
}
