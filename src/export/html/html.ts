/**
 * The map as one HTML file that needs nothing else: the sheet as a drawing in both themes, its fonts inside, every record's fields,
 * and a small script of its own to move, zoom and open details. Read-only, offline; without scripts all of it is still there
 * to read. Nothing a person typed is anything but text, and the file's own policy lets only that one script run.
 *
 * In:  the part's records and its sheet, the whole map (for addresses), fonts and emoji.
 * Out: the text of the file; the same input gives the same bytes.
 */
import { fontFor, scriptOf } from '../../layout/measureText.ts';
import type { Scene } from '../../layout/scene.ts';
import { textItems } from '../../layout/textItems.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { palettes, type Paint, type Theme } from '../../theme/colours.ts';
import { fontFamilies } from '../../theme/fonts.ts';
import { fieldWords } from '../../words/fields.ts';
import { fileLanguage } from '../../words/files.ts';
import { htmlFileWords } from '../../words/htmlFile.ts';
import type { EmojiPictures } from '../emojiPictures.ts';
import type { ExportOptions } from '../exportOptions.ts';
import type { StoredPictures } from '../fileFormats.ts';
import type { ReadCut } from '../fontCuts.ts';
import { prepareLettering } from '../lettering.ts';
import { escapeXml, fontFaceRules, toSvg } from '../svg.ts';
import { cellWriter } from '../tables/fieldCells.ts';
import { recordTable } from '../tables/tables.ts';
import { viewerScript } from './viewerScript.ts';

export interface HtmlSources {
  readonly sheet: Scene;
  /** What details are told of. */
  readonly records: JourneyMap;
  readonly whole: JourneyMap;
  readonly emoji: EmojiPictures;
  readonly images: StoredPictures;
  readonly readCut: ReadCut;
}

/** The file. Rejects when a font cannot be read. */
export async function toHtml(
  { sheet, records, whole, emoji, images, readCut }: HtmlSources,
  { lang }: Pick<ExportOptions, 'lang'>,
): Promise<string> {
  const language = fileLanguage(lang, whole.map.language);
  const words = htmlFileWords[language];
  const details = detailsOf(tellable(records, sheet), whole, language);
  // The details are set in the same fonts as the map.
  const texts = [...Object.values(words), ...details.flatMap(({ title, rows }) => [title, ...rows.flat()])];
  const extra = texts.flatMap((text) =>
    [400, 600].flatMap((weight) =>
      textItems(text, 0, 0, { ...fontFor('cell', scriptOf(text)).font, weight: weight as 400 | 600 }, 'ink'),
    ),
  );
  const { subsets } = await prepareLettering(sheet.groups, readCut, extra);
  const svg = toSvg(sheet, { theme: 'light', images, emoji, paintOf: variableOf }).replace(
    /^<\?xml.*\?>\n/,
    '',
  );
  const policy = [
    "default-src 'none'",
    'img-src data:',
    'font-src data:',
    "style-src 'unsafe-inline'",
    `script-src 'sha256-${await hashOf(viewerScript)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const button = (run: keyof typeof signs, label: string) =>
    `<button type="button" hidden data-run="${run}" aria-label="${label}" title="${label}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${signs[run]}"/></svg></button>`;
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Touchline">
<title>${escapeXml(sheet.title)}</title>
<style>
${fontFaceRules(subsets)}
${styleOf(language)}
</style>
</head>
<body>
<noscript><p>${words.noScript}</p></noscript>
<main id="map" role="application" aria-label="${words.map}" data-stages="${JSON.stringify(stagesOf(sheet))}">
${svg}</main>
<nav>${button('before', words.before)}${button('after', words.after)}${button('list', words.list)}${button('in', words.zoomIn)}${button('out', words.zoomOut)}${button('fit', words.whole)}${button('theme', words.theme)}</nav>
<aside id="details" aria-label="${words.details}">
${button('close', words.close)}
${details.map(articleOf).join('\n')}
</aside>
<script>${viewerScript}</script>
</body>
</html>
`;
}

/** Where the heads of the stages begin, from left to right. */
function stagesOf({ groups }: Scene): readonly (readonly [x: number, y: number])[] {
  return groups.flatMap(({ role, box }) =>
    role === 'stage-head' ? [[Math.round(box.x), Math.round(box.y)] as const] : [],
  );
}

/** Signs of the buttons: drawn, because a phone may have no font with such characters. */
const signs = {
  before: 'M15 5l-7 7 7 7',
  after: 'M9 5l7 7-7 7',
  list: 'M4 7h16M4 12h16M4 17h16',
  in: 'M12 5v14M5 12h14',
  out: 'M5 12h14',
  fit: 'M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5',
  theme: 'M12 4a8 8 0 0 0 0 16zM12 4a8 8 0 0 1 0 16M8.5 7v10M10.5 5v14',
  close: 'M6 6l12 12M18 6L6 18',
} as const;

interface Details {
  readonly id: string;
  readonly title: string;
  /** What kind of record it is, or where it lies. */
  readonly above: string;
  readonly rows: readonly (readonly [label: string, text: string])[];
}

/** What the heading says already, or where the card lies. */
const placed = ['title', 'text', 't', 'row', 'laneId', 'stageId'];
const besideMap = ['kind', 'side', 'x', 'y', 'width', 'height', 'ink', 'image'];
const told = ['touchpoints', 'insights', 'opportunities', 'actions', 'elements'] as const;

/**
 * Beside the map, what the sheet shows and has words is told of: a note may be too small for them. Frames are not, or a press
 * on what lies in one would open the frame.
 */
function tellable(records: JourneyMap, { groups }: Scene): JourneyMap {
  const drawn = new Set(groups.flatMap(({ role, recordId }) => (role === 'element' ? [recordId] : [])));
  const elements = records.elements.filter(
    ({ id, kind, text }) => kind !== 'frame' && text !== '' && drawn.has(id),
  );
  return { ...records, elements };
}

/** Every field of every card and note that says something. */
function detailsOf(records: JourneyMap, whole: JourneyMap, language: 'en' | 'zh'): readonly Details[] {
  const writer = cellWriter(records, language, (item) => item);
  const titles = new Map([
    ...[...records.touchpoints, ...records.opportunities, ...records.actions].map(
      ({ id, title }) => [id, title] as const,
    ),
    ...[...records.insights, ...records.elements].map(({ id, text }) => [id, text] as const),
  ]);
  return told.flatMap((collection) => {
    const { name, heads, rows } = recordTable(records, collection, writer, whole);
    const labels: Readonly<Record<string, string>> = fieldWords[language].fields[collection];
    const unsaid = collection === 'elements' ? [...placed, ...besideMap] : placed;
    const onMap = new Set(unsaid.map((field) => labels[field] ?? field));
    return rows.map((row): Details => {
      const at = collection === 'touchpoints' ? 2 : 1;
      const cells = row.map((cell) => String(cell ?? ''));
      const id = cells[0] ?? '';
      return {
        id,
        title: titles.get(id) ?? '',
        above: collection === 'touchpoints' ? (cells[1] ?? '') : name,
        rows: heads.flatMap((head, index) => {
          const text = cells[index] ?? '';
          const isShown = index >= at && text !== '' && text !== writer.words.no && !onMap.has(head);
          return isShown ? [[head, text] as const] : [];
        }),
      };
    });
  });
}

function articleOf({ id, title, above, rows }: Details): string {
  const list = rows
    .map(([label, text]) => `<dt>${escapeXml(label)}</dt><dd>${escapeXml(text)}</dd>`)
    .join('');
  return `<article id="details-${escapeXml(id)}"><p>${escapeXml(above)}</p><h2>${escapeXml(title)}</h2><dl>${list}</dl></article>`;
}

/** Roles are named, so that the theme may change; colours from the map's data are what they are. */
function variableOf(paint: Paint): string {
  return paint.startsWith('#') ? paint : `var(--${paint})`;
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

function coloursOf(theme: Theme): string {
  return Object.entries(palettes[theme])
    .map(([role, value]) => `--${role}:${value}`)
    .join(';');
}

function styleOf(language: 'en' | 'zh'): string {
  const script = language === 'zh' ? 'cjk' : 'latin';
  return `:root{color-scheme:light;${coloursOf('light')}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${coloursOf('dark')}}}
:root[data-theme=dark]{color-scheme:dark;${coloursOf('dark')}}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0;background:var(--desk);color:var(--ink);font:400 14px/1.5 ${fontFamilies.sans[script]}}
#map svg{display:block;max-width:100%;height:auto}
.live body{overflow:hidden}
.live #map{position:fixed;inset:0;touch-action:none;cursor:grab;user-select:none;-webkit-user-select:none}
.live #map:active{cursor:grabbing}
.live #map svg{max-width:none;height:100%}
.live #map [role=button]{cursor:pointer}
#map [role=button]:focus{outline:none}
#map [role=button]:focus-visible{outline:3px solid var(--signal);outline-offset:4px}
nav{position:fixed;right:16px;bottom:16px;display:flex;gap:4px}
button{width:44px;height:44px;border:1px solid var(--line);border-radius:3px;background:var(--card);color:var(--ink);cursor:pointer}
button svg{display:block;width:22px;height:22px;margin:auto;fill:none;stroke:currentColor;stroke-width:1.75}
button:focus-visible{outline:2px solid var(--signal);outline-offset:2px}
#details{padding:16px;background:var(--card)}
.live #details{position:fixed;top:0;right:0;bottom:0;width:min(380px,100%);overflow:auto;padding:20px 20px 76px;border-left:1px solid var(--ink)}
#details.list article{padding:10px 0;border-bottom:1px solid var(--hair);cursor:pointer}
#details.list article:focus-visible{outline:2px solid var(--signal);outline-offset:2px}
#details.list h2{margin:0;font-size:15px}
#details.list dl{display:none}
@media (min-width:601px){[data-run=before],[data-run=after]{display:none}}
@media (max-width:600px){.live #details:not(.list){top:40%;width:100%;border-left:0;border-top:1px solid var(--ink)}.live #details.list{width:100%;border-left:0}nav{right:8px;bottom:8px}}
#details:focus{outline:none}
#details>button{position:sticky;top:0;float:right;margin:-8px -8px 0 8px;border-color:transparent}
article p{margin:0;color:var(--signal);font-weight:600}
article h2{margin:2px 0 12px;font:600 20px/1.35 ${fontFamilies.sans[script]};overflow-wrap:anywhere}
dl{margin:0}
dt{color:var(--ink-2);font-size:12px;margin-top:10px}
dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
@media print{nav,#details{display:none}.live #map{position:static}}`;
}
