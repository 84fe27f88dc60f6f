/** The section of the report about the sieve: who is lost where, what it would take to lose fewer, and each sieve in figures. */
import { worstInside, bestLift } from '../analysis/bestLift.ts';
import type { Sieve } from '../analysis/sieve.ts';
import { sieveChart } from '../charts/sieveChart.ts';
import {
  columnsOf,
  nameOf,
  placeOf,
  restsOn,
  unknown,
  type ReportContext,
  type Section,
} from './reportContext.ts';
import { paragraph, table } from './texts.ts';
import { underHeads } from './underHeads.ts';

/** What the sieve says, its worst loss first. */
function sieveSentences(context: ReportContext, sieve: Sieve): readonly string[] {
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
  if (!sieve) return unknown(context, 'sieve', said.name, A5.reason ?? 'nothing-counted');
  const says = sieveSentences(context, sieve);
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
    says,
    inShort: [...says.slice(0, 1), ...says.slice(1).slice(-1)],
    pieces: [
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
