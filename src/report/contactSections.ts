/**
 * Sections of the report about how the company meets its customers: the mix of media, the questions that are answered, how often people
 * are written to, who owns what and hands over to whom, and each message of the brand from point to body.
 */
import { chartKey } from '../charts/chartKey.ts';
import { matrixChart } from '../charts/matrixChart.ts';
import { mediaFill, mediaKinds, mediaRows, mixChart } from '../charts/mixChart.ts';
import { questionRows } from '../charts/questionRows.ts';
import { traceChart } from '../charts/traceChart.ts';
import { shortName } from '../words/shortName.ts';
import { drawing, together } from './flow.ts';
import {
  columnsOf,
  nameOf,
  notKnown,
  restsOn,
  unknown,
  type ReportContext,
  type Section,
} from './reportContext.ts';
import { paragraph, subheading, table } from './texts.ts';
import { underHeads } from './underHeads.ts';

/** Drawings made for a column of the page, enlarged to be read on paper and from across a room. */
const enlarged = 1.2;
/** Numbers of touchpoints that one owner is told with. */
const mostTags = 40;
/** Lines of names at a point of a message’s trace. */
const mostNameLines = 12;
/** Room for the names of rows at the left of a drawing. */
const nameRoom = 190;

export function mediaSection(context: ReportContext): Section {
  const { map, analyses, facts, width } = context;
  const { A8 } = analyses;
  const said = facts.words.media;
  const mix = A8.value;
  if (!mix) return unknown(context, 'media', said.name, A8.reason ?? 'no-media');
  const { concentration, shares } = mix.byCount;
  const largest = shares && mediaKinds.toSorted((a, b) => shares[b] - shares[a])[0];
  return {
    id: 'media',
    name: said.name,
    rests: restsOn(context, A8, said.what),
    says:
      shares && largest
        ? [context.words.mostMedia(said.kinds[largest], facts.numbers.percent(shares[largest]))]
        : [],
    inShort: [],
    pieces: [
      drawing(
        chartKey(
          mediaKinds.map((kind) => ({
            sample: { width: 19, height: 11, items: mediaFill(kind, 0.5, 0.5, 18, 10) },
            text: shares ? `${said.kinds[kind]} ${facts.numbers.percent(shares[kind])}` : said.kinds[kind],
          })),
          width,
        ),
      ),
      drawing(mixChart(mediaRows(mix, map.stages, said), nameRoom, width / enlarged, facts), enlarged, 8),
      ...paragraph(
        [
          ...(concentration === null ? [] : [said.concentration(facts.numbers.fixed(concentration, 2))]),
          ...(mix.byReached.shares ? [] : [said.noReached]),
        ].join(' '),
        width,
        { role: 'legend-small', fill: 'ink-2', above: 6 },
      ),
    ],
  };
}

export function questionsSection(context: ReportContext): Section {
  const { map, analyses, facts, words, width } = context;
  const { A16 } = analyses;
  const said = facts.words.questions;
  const result = A16.value;
  if (!result) return unknown(context, 'questions', said.name, A16.reason ?? 'no-touchpoints');
  if (A16.n === 0)
    return {
      id: 'questions',
      name: said.name,
      rests: '',
      says: [],
      pieces: notKnown(words.noAnswers, width),
    };
  // Questions are asked before and at the purchase: without such a stage none is left open, nor is any answered.
  const isAsked = map.stages.some(({ phase }) => phase === 'prepurchase' || phase === 'purchase');
  return {
    id: 'questions',
    name: said.name,
    rests: restsOn(context, A16, said.what),
    says: isAsked ? [words.unanswered(result.gaps.length)] : [],
    inShort: result.gaps.length > 0 ? [words.unanswered(result.gaps.length)] : [],
    pieces: [
      underHeads(
        context,
        nameRoom,
        matrixChart(questionRows(result, said.kinds), columnsOf(context, nameRoom), facts, {
          corner: said.question,
        }),
      ),
    ],
  };
}

/** Null for a map none of whose channels needs permission: nothing is missing there. */
export function pressureSection(context: ReportContext): Section | null {
  const { map, analyses, facts, words, width } = context;
  const { A18 } = analyses;
  if (A18.reason === 'no-permission-channels') return null;
  const { numbers } = facts;
  const said = facts.words.pressure;
  const nameIn = (records: readonly { readonly id: string; readonly name: string }[], id: string) =>
    records.find((one) => one.id === id)?.name || facts.words.untitled;
  const result = A18.value;
  if (!result) return unknown(context, 'pressure', said.name, A18.reason);
  const [channel = '', who = '', week = '', cap = ''] = said.columns;
  const pressing = result.filter(({ personas }) => personas.some(({ over }) => over));
  const says = pressing.map(({ channelId, personas }) =>
    words.overCap(
      nameIn(map.channels, channelId),
      personas
        .filter(({ over }) => over)
        .map(({ personaId }) => (personaId === null ? words.everyone : nameIn(map.personas, personaId)))
        .join(words.listMark),
    ),
  );
  const isKnown = result.every(
    ({ capPerWeek, personas }) =>
      capPerWeek !== null && personas.every(({ perWeek }) => perWeek.value !== null),
  );
  return {
    id: 'pressure',
    name: said.name,
    rests: restsOn(context, A18, said.what),
    says: says.length === 0 && isKnown ? [words.withinCaps] : says,
    inShort: says,
    pieces: table(
      [
        { name: channel, share: 30, strong: true },
        { name: who, share: 34 },
        { name: week, share: 14, end: true },
        { name: cap, share: 12, end: true },
        { name: words.pressureCheck, share: 14 },
      ],
      result.flatMap(({ channelId, capPerWeek, personas }) =>
        personas.map(({ personaId, perWeek, over }) => [
          nameIn(map.channels, channelId),
          personaId === null ? words.everyone : nameIn(map.personas, personaId),
          perWeek.value === null
            ? facts.words.reasons[perWeek.reason].short
            : numbers.plain(perWeek.value, 1),
          capPerWeek === null ? facts.words.reasons['no-cap'].short : numbers.plain(capPerWeek, 1),
          over ? said.over : '–',
        ]),
      ),
      width,
    ),
  };
}

/** The numbers of touchpoints, the first of very many. */
function tagsOf({ facts, words }: ReportContext, ids: readonly string[]): string {
  const more = ids.length > mostTags ? [facts.words.more(ids.length - mostTags)] : [];
  return [...ids.slice(0, mostTags).map((id) => facts.tag(id)), ...more].join(words.listMark);
}

export function ownershipSection(context: ReportContext): Section {
  const { analyses, facts, words, width } = context;
  const { A23 } = analyses;
  const said = facts.words.ownership;
  const result = A23.value;
  if (!result) return unknown(context, 'ownership', said.name, A23.reason ?? 'no-touchpoints');
  const holders = [
    ...(result.teams.length > 0 ? result.teams : result.owners),
    { name: said.withoutOwner, ids: result.withoutOwner },
    { name: said.keyWithout, ids: result.keyWithoutOwner },
  ].filter(({ ids }) => ids.length > 0);
  const most = Math.max(1, ...holders.map(({ ids }) => ids.length));
  const between = result.handoffs.filter(({ betweenTeams }) => betweenTeams !== false);
  const [holder = '', touchpoints = ''] = said.columns;
  const [from = '', to = ''] = words.handoffColumns;
  const side = (id: string, team: string) => `${nameOf(context, id)} · ${team || said.noTeam}`;
  return {
    id: 'ownership',
    name: said.name,
    rests: restsOn(context, A23, said.what),
    says: [words.unowned(result.withoutOwner.length)],
    inShort: result.withoutOwner.length > 0 ? [words.unowned(result.withoutOwner.length)] : [],
    pieces: [
      ...table(
        [
          { name: result.teams.length > 0 ? holder : said.owners, share: 28, strong: true },
          { name: touchpoints, share: 22, end: true },
          { name: '', share: 50 },
        ],
        holders.map(({ name, ids }) => [
          name,
          { text: facts.numbers.plain(ids.length), share: ids.length / most },
          tagsOf(context, ids),
        ]),
        width,
      ),
      ...together([
        ...subheading(said.handoffs, width),
        ...(between.length === 0
          ? paragraph(said.noHandoffs, width, { role: 'card-text', fill: 'ink-2', above: 4 })
          : table(
              [
                { name: from, share: 50, strong: true },
                { name: to, share: 50, strong: true },
              ],
              between.map((one) => [side(one.from, one.fromTeam), side(one.to, one.toTeam)]),
              width,
            )),
      ]),
    ],
  };
}

/** Null for a map without a brand. */
export function messagesSection(context: ReportContext): Section | null {
  const { map, analyses, facts, width } = context;
  const { A9 } = analyses;
  if (!map.brand) return null;
  const said = facts.words.consistency;
  const result = A9.value;
  if (!result) return unknown(context, 'messages', said.name, A9.reason ?? 'no-channels');
  const namesOf = (
    records: readonly { readonly id: string; readonly name: string }[],
    ids: readonly string[],
  ) => records.filter(({ id }) => ids.includes(id)).map(({ name }) => name || facts.words.untitled);
  const score = result.score.value;
  return {
    id: 'messages',
    name: said.name,
    rests: restsOn(context, result.score, said.what),
    says: score === null ? [] : [context.words.onBrand(facts.numbers.fixed(score))],
    pieces: [
      ...subheading(said.trace, width),
      ...(result.traces.length === 0
        ? paragraph(said.noMessages, width, { role: 'card-text', fill: 'ink-2', above: 4 })
        : []),
      ...result.traces.flatMap((trace) => {
        const text = map.brand?.messages.find(({ id }) => id === trace.messageId)?.text;
        const chart = drawing(
          traceChart(
            trace,
            {
              channels: namesOf(map.channels, trace.channelIds),
              personas: namesOf(map.personas, trace.personaIds).map(shortName),
            },
            width / enlarged,
            facts,
            mostNameLines,
          ),
          enlarged,
          6,
        );
        const name = paragraph(text || facts.words.untitled, width, { role: 'lead', above: 12 });
        // What is said stays with where it is said.
        return [
          ...name.map((piece, at) => (at === name.length - 1 ? { ...piece, keep: chart.height + 6 } : piece)),
          chart,
        ];
      }),
    ],
  };
}
