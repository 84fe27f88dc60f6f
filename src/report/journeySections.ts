/** Sections of the report along the journey: the emotion curve, moments of truth, the sieve, coverage. */
import { worstInside, bestLift } from '../analysis/bestLift.ts';
import { emotionCurve } from '../analysis/emotionCurve.ts';
import { scoredTouchpoints } from '../analysis/scoredTouchpoints.ts';
import type { Sieve } from '../analysis/sieve.ts';
import { coverageChart } from '../charts/coverageChart.ts';
import { curvesChart, type ChartCurve } from '../charts/curvesChart.ts';
import { momentsChart } from '../charts/momentsChart.ts';
import { textLine, textWidth } from '../charts/pieces.ts';
import { sieveChart } from '../charts/sieveChart.ts';
import { stageHeadsChart } from '../charts/stageHeadsChart.ts';
import { line } from '../layout/hatch.ts';
import { markerItem } from '../layout/markers.ts';
import type { SceneItem } from '../layout/scene.ts';
import { baseSign } from '../theme/inks.ts';
import { drawing, stack, type Piece } from './flow.ts';
import {
  columnsOf,
  emotionOf,
  missingPiece,
  nameOf,
  notKnown,
  ownerOf,
  placeOf,
  restsOn,
  type ReportContext,
  type Section,
} from './reportContext.ts';
import { paragraph, sentences, table } from './texts.ts';

/** Left of the curve stand the numbers of its scale. */
const scaleRoom = 44;
const curveHeight = 300;
/** Right of a name of a channel the cells begin. */
const channelRoom = 170;
/** Rather somewhat smaller than with two lines left over for another page. */
const leastChart = 0.78;

/** The drawing of a chart under the heads of its stages, as one piece. */
export function underHeads(
  context: ReportContext,
  left: number,
  chart: Parameters<typeof drawing>[0],
): Piece {
  const goals = new Map(context.map.stages.map(({ id, goal }) => [id, goal]));
  const heads = stageHeadsChart(columnsOf(context, left), (id) => goals.get(id) ?? '');
  return { ...stack([drawing(heads), drawing(chart)]), above: 14, shrinks: leastChart };
}

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
  const pieces =
    A3.value === null && curves.length === 0
      ? missingPiece(context, A3.reason ?? 'nothing-rated')
      : [
          ...(remembered
            ? sentences(
                [
                  words.peak(placeOf(context, remembered.peak.id), numbers.signed(remembered.peak.emotion)),
                  ...(lowest && lowest.id !== remembered.peak.id
                    ? [words.lowest(placeOf(context, lowest.id), numbers.signed(lowest.emotion))]
                    : []),
                  words.remembered(numbers.signed(remembered.mean), numbers.signed(remembered.score)),
                ],
                width,
              )
            : []),
          curveKey(curves, width),
          underHeads(context, scaleRoom, curvesChart(columns, curves, null, curveHeight, facts)),
        ];
  return {
    id: 'curve',
    name: words.curve,
    rests: restsOn(context, A3, facts.words.experience.rated),
    pieces,
  };
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

export function momentsSection(context: ReportContext): Section {
  const { map, analyses, facts, words, width } = context;
  const { A10 } = analyses;
  const said = facts.words.moments;
  const name = said.name;
  const result = A10.value;
  if (!result)
    return { id: 'moments', name, rests: '', pieces: missingPiece(context, A10.reason ?? 'no-touchpoints') };
  const risky = result.moments.filter(({ risks }) => risks.length > 0);
  const rests = [said.present(Math.round(result.coverage * 3)), said.atRisk(risky.length)].join(' · ');
  if (result.moments.length === 0) return { id: 'moments', name, rests, pieces: notKnown(said.none, width) };
  const records = new Map(map.moments.map((moment) => [moment.id, moment]));
  const stages = new Map(map.touchpoints.map(({ id, stageId }) => [id, stageId]));
  const [emotion, owner] = [emotionOf(context), ownerOf(context)];
  const chart = momentsChart(
    result,
    (id) => {
      const record = records.get(id);
      const touchpointId = record?.touchpointId ?? '';
      return {
        question: record?.question ?? '',
        emotion: emotion(touchpointId),
        stageId: stages.get(touchpointId) ?? null,
      };
    },
    columnsOf(context, 0),
    facts,
  );
  const rows = result.moments.map((moment) => {
    const felt = emotion(moment.touchpointId);
    const marks = [
      ...(moment.risks.length > 0 ? [said.risks(moment.risks.map((risk) => said.risk[risk]))] : []),
      ...(moment.fit === 'misplaced' ? [said.misplaced] : []),
      ...(moment.unowned ? [said.unowned] : []),
    ];
    return [
      said.kinds[moment.kind],
      nameOf(context, moment.touchpointId),
      records.get(moment.id)?.question ?? '',
      felt === null ? '–' : facts.numbers.signed(felt),
      owner(moment.touchpointId),
      marks.join(words.listMark) || '–',
    ];
  });
  const [kind = '', touchpoint = '', question = '', feels = '', owned = '', look = ''] = words.momentColumns;
  return {
    id: 'moments',
    name,
    rests,
    pieces: [
      underHeads(context, 0, chart),
      ...table(
        [
          { name: kind, share: 13, strong: true },
          { name: touchpoint, share: 24 },
          { name: question, share: 28 },
          { name: feels, share: 8, end: true },
          { name: owned, share: 13 },
          { name: look, share: 16 },
        ],
        rows,
        width,
      ),
    ],
  };
}

/** What the sieve says, its worst loss first. */
export function sieveSentences(context: ReportContext, sieve: Sieve): readonly string[] {
  const { facts, words } = context;
  const { numbers } = facts;
  const { chain, largestLoss, largestDrop } = sieve;
  const member = (id: string | null) => chain.find((one) => one.id === id);
  const [worst, steepest, inside] = [member(largestLoss), member(largestDrop), worstInside(sieve)];
  const [start, end] = [chain[0]?.reached ?? null, chain.at(-1)?.cumulative ?? null];
  const lift = bestLift(sieve);
  const isKnown = chain.some(({ drop }) => drop !== null);
  return [
    ...(worst?.loss != null && worst.drop !== null
      ? [words.worstLoss(placeOf(context, worst.id), numbers.plain(worst.loss), numbers.percent(worst.drop))]
      : []),
    ...(steepest?.drop != null && steepest.id !== worst?.id
      ? [words.worstDrop(placeOf(context, steepest.id), numbers.percent(steepest.drop))]
      : []),
    ...(inside &&
    inside.id !== worst?.id &&
    inside.id !== steepest?.id &&
    inside.loss !== null &&
    inside.drop !== null
      ? [
          words.worstInside(
            placeOf(context, inside.id),
            numbers.plain(inside.loss),
            numbers.percent(inside.drop),
          ),
        ]
      : []),
    ...(isKnown && !worst && !steepest ? [words.noLoss] : []),
    ...(end !== null && start !== null
      ? [words.throughAll(numbers.percent(end), numbers.plain(Math.round(end * start)), numbers.plain(start))]
      : []),
    ...(end === null && chain.length > 0 ? [facts.words.sieve.unknownEnd] : []),
    ...(lift && start !== null
      ? [
          words.lift(
            numbers.percent(lift.share),
            numbers.percent(lift.target),
            placeOf(context, lift.id),
            numbers.plain(Math.round(lift.end * start)),
          ),
        ]
      : []),
  ];
}

export function sieveSection(context: ReportContext): Section {
  const { map, analyses, facts, words, width } = context;
  const { A5 } = analyses;
  const { numbers } = facts;
  const said = facts.words.sieve;
  const sieve = A5.value;
  if (!sieve)
    return {
      id: 'sieve',
      name: said.name,
      rests: '',
      pieces: missingPiece(context, A5.reason ?? 'nothing-counted'),
    };
  const stages = new Map(map.touchpoints.map(({ id, stageId }) => [id, stageId]));
  const known = (value: number | null, write: (value: number) => string) =>
    value === null ? '–' : write(value);
  const chart = sieveChart(sieve, columnsOf(context, 0), (id) => stages.get(id) ?? null, facts);
  const shares = new Map(sieve.chain.map(({ id, cumulative }) => [id, cumulative]));
  const side = new Set(sieve.side.map(({ id }) => id));
  const [touchpoint = '', reached = '', passed = '', lost = '', share = '', ofAll = ''] = words.sieveColumns;
  const rows = [...sieve.chain, ...sieve.side].map((member) => [
    side.has(member.id) ? `${nameOf(context, member.id)} · ${said.side}` : nameOf(context, member.id),
    known(member.reached, numbers.plain),
    known(member.passed, numbers.plain),
    known(member.loss, numbers.plain),
    member.drop === null
      ? facts.words.reasons[member.unknown ?? 'not-counted'].short
      : { text: numbers.percent(member.drop), share: member.drop },
    known(shares.get(member.id) ?? null, numbers.percent),
  ]);
  return {
    id: 'sieve',
    name: said.name,
    rests: restsOn(context, A5, said.what),
    pieces: [
      ...sentences(sieveSentences(context, sieve), width),
      ...(sieve.chain.length > 0 ? [underHeads(context, 0, chart)] : []),
      ...paragraph(`${said.scale} ${facts.words.period[map.map.period]}`, width, {
        role: 'legend-small',
        fill: 'ink-2',
        above: 6,
      }),
      ...table(
        [
          { name: touchpoint, share: 34, strong: true },
          { name: reached, share: 12, end: true },
          { name: passed, share: 12, end: true },
          { name: lost, share: 12, end: true },
          { name: share, share: 20, end: true },
          { name: ofAll, share: 14, end: true },
        ],
        rows,
        width,
      ),
    ],
  };
}

export function coverageSection(context: ReportContext): Section {
  const { map, analyses, facts, words, width } = context;
  const { A7 } = analyses;
  const said = facts.words.coverage;
  const result = A7.value;
  if (!result)
    return {
      id: 'coverage',
      name: said.name,
      rests: '',
      pieces: missingPiece(context, A7.reason ?? 'no-channels'),
    };
  const inStage = Map.groupBy(scoredTouchpoints(map, null), ({ touchpoint }) => touchpoint.stageId);
  const ids = new Map([...inStage].map(([stage, nodes]) => [stage, nodes.map(({ id }) => id)]));
  const channelName = (id: string) => map.channels.find((one) => one.id === id)?.name || facts.words.untitled;
  const stageName = (id: string) => map.stages.find((one) => one.id === id)?.name || facts.words.untitled;
  const { unusedChannels, singleChannel } = result.gaps;
  const chart = coverageChart(result, map, columnsOf(context, channelRoom), ids, facts, context.signOf);
  const { missedPreference, notOwned, emptyStages } = result.gaps;
  const gaps = map.stages.flatMap(({ id, name }) => {
    const missed = missedPreference.filter(({ stageId }) => stageId === id);
    const people = map.personas.filter((one) => missed.some(({ personaId }) => personaId === one.id));
    const found = [
      ...(people.length > 0 ? [said.notMet(people.map((one) => one.name || facts.words.untitled))] : []),
      ...(emptyStages.includes(id) ? [said.empty] : notOwned.includes(id) ? [said.notOwned] : []),
    ];
    return found.length === 0 ? [] : [said.gap(name || facts.words.untitled, found.join(words.clauseMark))];
  });
  const notes = [
    ...gaps,
    ...(unusedChannels.length > 0 ? [said.unused(unusedChannels.map(channelName))] : []),
    ...(singleChannel.length > 0
      ? [said.single(singleChannel.map(({ stageId }) => stageName(stageId)))]
      : []),
  ];
  return {
    id: 'coverage',
    name: said.name,
    rests: said.filled(result.cells.length, result.size),
    pieces: [
      ...paragraph(said.key.join(' · '), width, { role: 'legend-small', fill: 'ink-2' }),
      underHeads(context, channelRoom, chart),
      ...notes.flatMap((text) => paragraph(text, width, { role: 'cell', above: 4 })),
    ],
  };
}
