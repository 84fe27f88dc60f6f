/**
 * A persona's own journey as a small profile for their card: stages as columns, land and water under their curve,
 * highest and lowest point. Null when nothing of it is rated.
 */
import { emotionCurve } from '../analysis/emotionCurve.ts';
import { monotoneCubic } from '../analysis/monotoneCubic.ts';
import { stageLetter } from '../model/address.ts';
import { emotionBand } from '../model/emotionBand.ts';
import type { JourneyMap, Persona } from '../model/journeyMap.ts';
import { journeyTouchpoints, meets } from '../model/sequence.ts';
import type { LineSign } from '../theme/inks.ts';
import type { personaCardWords } from '../words/personaCard.ts';
import { signed } from '../words/scene.ts';
import { fitLine } from './breakLines.ts';
import { curveAreas, curvePath } from './curveAreas.ts';
import { faceItems } from './faces.ts';
import { fontOf } from './lettering.ts';
import { markerItem } from './markers.ts';
import type { Section } from './personaSections.ts';
import type { SceneItem } from './scene.ts';
import { textItems } from './textItems.ts';

export interface PersonaJourneyOptions {
  readonly words: (typeof personaCardWords)['en'];
  readonly width: number;
  /** The least height, where there is room for a steeper curve. */
  readonly height?: number;
  readonly sign: LineSign;
}

const sizes = { head: 30, letters: 26, unit: 27, clear: 16, scale: 26 } as const;

/** The profile with the names of the stages, `width` wide. */
export function drawPersonaJourney(
  map: JourneyMap,
  persona: Persona,
  { words, width, height = 0, sign }: PersonaJourneyOptions,
): Section | null {
  const curve = emotionCurve(map, persona.id);
  if (curve.points.length === 0 || map.stages.length === 0) return null;
  const column = (width - sizes.scale) / map.stages.length;
  const top = sizes.head + sizes.letters;
  const unit = Math.max(sizes.unit, (height - top - 2 * sizes.clear) / 4);
  const datum = top + sizes.clear + 2 * unit;
  const bottom = datum + 2 * unit + sizes.clear;
  const points = curve.points.map(({ x, y }) => ({
    x: sizes.scale + x * column,
    y: datum - y * unit,
    emotion: y,
  }));
  const { segments } = monotoneCubic(points);
  const skipped = journeyTouchpoints(map).filter((touchpoint) => !meets(touchpoint, persona.id)).length;
  const facts = [words.rated(curve.rated, curve.of), words.skips(skipped)].filter(Boolean).join(words.mark);
  const items: SceneItem[] = [
    { kind: 'rect', x: 0, y: 0, width, height: 1, fill: 'ink' },
    { kind: 'rect', x: 0, y: 0, width: 28, height: 4, fill: sign.ink },
    ...textItems(words.journey, 0, 22, fontOf('legend-name', words.journey), 'ink'),
    ...textItems(facts, width, 22, fontOf('cell', facts), 'ink-2', 'end'),
  ];
  for (const [index, { name }] of map.stages.entries()) {
    const x = sizes.scale + index * column;
    const letter = stageLetter(index);
    const text = fitLine(`${letter} ${name}`.trim(), fontOf('lane-name', name), column - 12);
    items.push(
      { kind: 'rect', x, y: sizes.head, width: 1, height: bottom - sizes.head, fill: 'hair' },
      ...(column < 44
        ? textItems(letter, x + 5, sizes.head + 17, fontOf('lane-name', letter), 'ink')
        : text
          ? textItems(text.text, x + 6, sizes.head + 17, fontOf('lane-name', name), 'ink')
          : []),
    );
  }
  const areas = curveAreas(segments, datum, 5);
  for (const [commands, fill] of [
    [areas.land, 'land'],
    [areas.water, 'water'],
  ] as const)
    if (commands.length > 0) items.push({ kind: 'path', commands, fill });
  if (areas.waterLines.length > 0)
    items.push({ kind: 'path', commands: areas.waterLines, stroke: { colour: 'water-line', width: 0.75 } });
  items.push({
    kind: 'rect',
    x: sizes.scale,
    y: datum,
    width: width - sizes.scale,
    height: 1,
    fill: 'ink-2',
  });
  for (const [band, emotion] of [
    ['very-positive', 2],
    ['neutral', 0],
    ['very-negative', -2],
  ] as const)
    items.push(...faceItems(band, 9, datum - emotion * unit, 16, 'ink-2'));
  if (segments.length > 0) {
    const stroke = { colour: sign.ink, width: 2, join: 'round' as const };
    items.push({
      kind: 'path',
      commands: curvePath(segments),
      stroke: sign.dash.length > 0 ? { ...stroke, dash: sign.dash } : stroke,
    });
  }
  for (const { x, y, emotion } of points)
    items.push(markerItem(sign.marker, x, y, 9, sign.ink, `emotion-${emotionBand(emotion)}`));
  for (const way of [1, -1] as const) {
    const found = points.reduce((a, b) => ((b.emotion - a.emotion) * way > 0 ? b : a));
    const text = signed(found.emotion);
    const x = Math.min(width - 16, Math.max(sizes.scale + 16, found.x));
    items.push(
      ...textItems(
        text,
        x,
        found.y - way * 9 + (way < 0 ? 9 : 0),
        fontOf('spot-height', text),
        'ink',
        'middle',
      ),
    );
  }
  return { items, height: bottom };
}
