/** Three columns of the legend: emotion as elevation, the kinds of lines and signs, the points of view. In sheet units. */
import { emotionBands } from '../model/emotionBand.ts';
import type { LinkKind } from '../model/journeyMap.ts';
import type { LineSign } from '../theme/inks.ts';
import { blueprintItems } from './blueprintLines.ts';
import { lineItems, signHeight, signItems, signWidth } from './drawLinks.ts';
import { sieveItems } from './drawSieve.ts';
import { faceItems } from './faces.ts';
import { markerItem } from './markers.ts';
import { markItems } from './overlays/markItems.ts';
import { moveItems, scaleItems } from './scaleItems.ts';
import type { SceneItem } from './scene.ts';
import type { LegendSources, SheetPart } from './sheetParts.ts';
import { textBlock } from './textBlock.ts';

const swatch = { width: 44, height: 34, pitch: 38 } as const;

/** The five bands: colour, face, word, range. */
export function drawEmotionKey(words: LegendSources['words']): SheetPart {
  const bands = emotionBands.toReversed();
  const items = bands.flatMap((band, index): SceneItem[] => {
    const y = index * swatch.pitch;
    const at = { x: swatch.width + 12, width: 190, mostLines: 1 } as const;
    return [
      { kind: 'rect', x: 0, y, width: swatch.width, height: swatch.height, fill: `emotion-${band}` },
      ...faceItems(band, swatch.width / 2, y + swatch.height / 2, 22, `on-${band}`),
      ...textBlock(words.bands[band], { role: 'legend-name', fill: 'ink', y: y + 14, ...at }).items,
      ...textBlock(words.ranges[band], { role: 'goal', fill: 'ink-2', y: y + 30, ...at }).items,
    ];
  });
  return { items, height: bands.length * swatch.pitch };
}

const linkKinds: readonly LinkKind[] = ['next', 'alternative', 'trigger', 'handoff', 'loop', 'dependency'];
const blueprintLines = ['interaction', 'visibility', 'internal'] as const;
const sample = { width: 70, pitch: 28, textX: 88, y: 10 } as const;

/** The lines and signs that occur on this map; null when there are none. */
export function drawLineKey(
  { map, layout, words, checkSigns = [] }: LegendSources,
  width: number,
): SheetPart | null {
  // A far way back is drawn as a pair of signs and has no route.
  const signed = new Set(layout.links.filter(({ route }) => route.length === 0).map(({ id }) => id));
  const links = linkKinds.flatMap((kind) => {
    const link = map.links.find((one) => one.kind === kind && !signed.has(one.id));
    const ends = [
      { x: 0, y: sample.y },
      { x: sample.width, y: sample.y },
    ];
    const line = link
      ? [{ text: words.links[kind], items: lineItems({ ...link, mutual: false }, ends) }]
      : [];
    const hasSigns = map.links.some((one) => one.kind === kind && signed.has(one.id));
    return hasSigns ? [...line, { text: words.returnSign, items: returnSample() }] : line;
  });
  const blueprint = blueprintLines
    .filter((line) => layout.lanes.some((lane) => lane.line === line))
    .map((line) => ({
      text: words.blueprint[line],
      items: moveItems(blueprintItems(line, sample.width), 0, sample.y),
    }));
  const hasSieve = layout.groups.some(({ role, recordId }) => role === 'sieve' && recordId !== undefined);
  const sieve = hasSieve ? [{ text: words.sieveSign, items: sieveSample() }] : [];
  const checks = checkSigns.map((sign) => ({
    text: words.checkSign[sign],
    items: markItems(sign, sample.width / 2, sample.y, 1),
  }));
  const rows = [...links, ...blueprint, ...sieve, ...checks];
  if (rows.length === 0) return null;
  const items = rows.flatMap((row, index) => {
    const text = textBlock(row.text, {
      role: 'legend-text',
      fill: 'ink',
      x: sample.textX,
      y: sample.y + 5,
      width: width - sample.textX,
      mostLines: 1,
    });
    return moveItems([...row.items, ...text.items], 0, index * sample.pitch);
  });
  return { items, height: rows.length * sample.pitch };
}

/** A pair of return signs: where the way leaves, and where it arrives. */
function returnSample(): SceneItem[] {
  return [
    { x: 0, address: 'A1', arrives: false },
    { x: sample.width - 32, address: 'B2', arrives: true },
  ].flatMap(({ x, address, arrives }) => {
    const box = { x, y: sample.y - signHeight / 2 + 2, width: signWidth(address), height: signHeight };
    return signItems(address, box, box.y - 3, arrives);
  });
}

/** A sieve in the middle of a sample's room, low enough for its row. */
function sieveSample(): SceneItem[] {
  const scale = 0.55;
  return scaleItems(sieveItems(0.45, false), scale, sample.width / 2 - 14 * scale, sample.y - 22 * scale);
}

/** More curves than this are listed without their quotes. */
const mostWithQuotes = 5;
const person = { textX: 82, pitch: 48, shortPitch: 26, sampleWidth: 64 } as const;

/** Everyone and the personas whose curves are drawn; null when no curve is. */
export function drawPeople(
  { map, layout, words, sceneWords }: LegendSources,
  width: number,
): SheetPart | null {
  const drawn = new Map(
    layout.curves.filter((curve) => curve.points.length > 0).map((curve) => [curve.personaId, curve]),
  );
  if (drawn.size === 0) return null;
  const withQuotes = drawn.size <= mostWithQuotes;
  const people = [...drawn.values()].map((curve) => {
    const persona = map.personas.find((one) => one.id === curve.personaId);
    const quote = persona && persona.quote !== '' ? words.quote(persona.quote) : (persona?.role ?? '');
    return {
      sign: curve.sign,
      name: persona?.name ?? sceneWords.everyone,
      note: persona ? quote : words.baseValue,
    };
  });
  const items: SceneItem[] = [];
  let y = 0;
  for (const { sign, name, note } of people) {
    const at = { x: person.textX, width: width - person.textX } as const;
    const below = textBlock(withQuotes ? note : '', {
      role: 'legend-note',
      fill: 'ink-2',
      y: y + 33,
      mostLines: 2,
      ...at,
    });
    items.push(
      ...personItems(sign, withQuotes ? y + 18 : y + 10),
      ...textBlock(name, { role: 'legend-name', fill: sign.ink, y: y + 15, mostLines: 1, ...at }).items,
      ...below.items,
    );
    y += withQuotes ? person.pitch + Math.max(0, below.lines - 1) * 17 : person.shortPitch;
  }
  return { items, height: y };
}

/** A piece of a curve with its marker. */
function personItems(sign: LineSign, y: number): SceneItem[] {
  const isBase = sign.marker === 'circle';
  const width = isBase ? 2.25 : sign.double ? 1.2 : 2;
  const dash = sign.dash.length > 0 ? { dash: sign.dash } : {};
  const lines = (sign.double ? [-1.6, 1.6] : [0]).map((dy): SceneItem => ({
    kind: 'path',
    commands: [
      ['M', 0, y + dy],
      ['L', person.sampleWidth, y + dy],
    ],
    stroke: { colour: sign.ink, width, ...dash },
  }));
  return [...lines, markerItem(sign.marker, person.sampleWidth / 2, y, isBase ? 10 : 9, sign.ink, 'card')];
}
