/** The section of the report about the emotion curve: everyone’s and each persona’s, with its peak, its lowest point and what is remembered. */
import { emotionCurve } from '../analysis/emotionCurve.ts';
import { scoredTouchpoints } from '../analysis/scoredTouchpoints.ts';
import { curvesChart, type ChartCurve } from '../charts/curvesChart.ts';
import { textLine, textWidth } from '../charts/pieces.ts';
import { line } from '../layout/hatch.ts';
import { markerItem } from '../layout/markers.ts';
import type { SceneItem } from '../layout/scene.ts';
import { baseSign } from '../theme/inks.ts';
import type { Piece } from './flow.ts';
import { columnsOf, placeOf, restsOn, unknown, type ReportContext, type Section } from './reportContext.ts';
import { underHeads } from './underHeads.ts';

/** Left of the curve stand the numbers of its scale. */
const scaleRoom = 44;
const curveHeight = 300;

export function curveSection(context: ReportContext): Section {
  const { map, analyses, facts, words, width, personaId, signOf } = context;
  const { A3, A4 } = analyses;
  const { numbers } = facts;
  const base = { id: null, name: words.everyone, sign: baseSign };
  const people = map.personas.map(({ id, name }) => ({
    id,
    name: name || facts.words.untitled,
    sign: signOf(id),
  }));
  const seen = [base, ...people].filter(({ id }) => personaId === null || id === personaId);
  const curves = seen.flatMap(({ id, name, sign }): ChartCurve[] => {
    const { points } = emotionCurve(map, id);
    return points.length === 0 ? [] : [{ name, sign, points, idsOf: (ids) => ids, titleOf: facts.title }];
  });
  const columns = columnsOf(context, scaleRoom);
  const remembered = A4.value;
  const lowest = scoredTouchpoints(map, personaId).reduce<{
    readonly id: string;
    readonly emotion: number;
  } | null>(
    (found, { id, emotion }) =>
      emotion !== null && emotion < (found?.emotion ?? Infinity) ? { id, emotion } : found,
    null,
  );
  if (A3.value === null && curves.length === 0)
    return unknown(context, 'curve', words.curve, A3.reason ?? 'nothing-rated');
  const average = remembered
    ? [words.remembered(numbers.signed(remembered.mean), numbers.signed(remembered.score))]
    : [];
  const parts = experienceParts(context);
  const experience =
    parts.length > 0 ? [`${facts.words.experience.name}${words.pairMark}${parts.join(words.listMark)}`] : [];
  return {
    id: 'curve',
    name: words.curve,
    rests: restsOn(context, A3, facts.words.experience.rated),
    says: [
      ...(remembered
        ? [words.peak(placeOf(context, remembered.peak.id), numbers.signed(remembered.peak.emotion))]
        : []),
      ...(remembered && lowest && lowest.id !== remembered.peak.id
        ? [words.lowest(placeOf(context, lowest.id), numbers.signed(lowest.emotion))]
        : []),
      ...average,
      ...experience,
    ],
    inShort: [...average, ...experience],
    pieces: [
      curveKey(curves, width),
      underHeads(context, scaleRoom, curvesChart(columns, curves, null, curveHeight, facts)),
    ],
  };
}

/** Effectiveness, ease and emotion, each with how many it rests on. */
function experienceParts({ analyses: { A2 }, facts: { words, numbers } }: ReportContext): readonly string[] {
  const said = words.experience;
  return (['effectiveness', 'ease', 'emotion'] as const).flatMap((one) => {
    const outcome = A2.value?.[one];
    return outcome?.value == null
      ? []
      : [`${said[one]} ${numbers.fixed(outcome.value)} (${words.of(outcome.n, outcome.of, said.rated)})`];
  });
}

/** Whose line is whose, in as many rows as the names need. */
function curveKey(curves: readonly ChartCurve[], width: number): Piece {
  const items: SceneItem[] = [];
  let [x, y] = [0, 0];
  for (const { name, sign } of curves) {
    const wide = Math.min(width, 46 + textWidth(name));
    if (x > 0 && x + wide > width) [x, y] = [0, y + 20];
    items.push(
      line(x, y + 9, x + 30, y + 9, {
        colour: sign.ink,
        width: 2,
        ...(sign.dash.length > 0 && { dash: sign.dash }),
      }),
      markerItem(sign.marker, x + 15, y + 9, 9, sign.ink, 'card'),
      ...textLine(name, x + 38, y + 13, {}, wide - 38),
    );
    x += wide + 20;
  }
  return { width, height: y + 18, items, above: 14 };
}
