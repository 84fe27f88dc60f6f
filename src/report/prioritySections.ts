/** Sections of the report about what to improve first: importance against performance, pains, and opportunities with their votes. */
import { quadrantChart } from '../charts/quadrantChart.ts';
import { sceneWordsFor } from '../words/scene.ts';
import { drawing, together, type Piece } from './flow.ts';
import {
  nameOf,
  notKnown,
  ownerOf,
  placeOf,
  placesOf,
  restsOn,
  stageOf,
  unknown,
  type ReportContext,
  type Section,
} from './reportContext.ts';
import { paragraph, subheading, table, type Cell, type Column } from './texts.ts';

/** The quadrant has the size of the chart on the page; it is enlarged to be read on paper. */
const enlarged = 1.25;

/** Largest scores that are told beside the opportunities. */
const mostBest = 6;
/** Rows of a ranking that are read; all touchpoints are in the appendix. */
const mostRanked = 12;

/** The first of a ranking, and how many more there are. */
function rankedTable(
  { words, width }: ReportContext,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): readonly Piece[] {
  const more = rows.length - mostRanked;
  return [
    ...table(columns, rows.slice(0, mostRanked), width),
    ...(more > 0
      ? paragraph(words.moreRanked(more), width, { role: 'card-text', fill: 'ink-2', above: 8 })
      : []),
  ];
}

export function quadrantSection(context: ReportContext): Section {
  const { analyses, facts, words, width } = context;
  const { A6, A11 } = analyses;
  const { numbers } = facts;
  const said = facts.words.quadrant;
  const result = A6.value;
  if (!result) return unknown(context, 'priorities', said.name, A6.reason ?? 'nothing-rated');
  const scores = new Map((A11.value?.scores.value ?? []).map(({ id, score }) => [id, score]));
  const [stage, owner] = [stageOf(context), ownerOf(context)];
  const first = result.members
    .filter(({ quarter }) => quarter === 'concentrate')
    .toSorted((a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0));
  const names = words.priorityColumns;
  return {
    id: 'priorities',
    name: said.name,
    rests: restsOn(context, A6, said.what),
    says: [
      first.length === 0
        ? words.noPriorities
        : words.concentrate(
            placesOf(
              context,
              first.map(({ id }) => id),
            ),
          ),
    ],
    pieces: [
      drawing(quadrantChart(result, width / enlarged, facts), enlarged),
      ...paragraph(
        said.axes(numbers.fixed(result.cross.importance), numbers.fixed(result.cross.performance)),
        width,
        {
          role: 'legend-small',
          fill: 'ink-2',
          above: 4,
        },
      ),
      ...(first.length === 0
        ? []
        : together([
            ...subheading(words.priorities, width),
            ...paragraph(words.prioritiesNote, width, { role: 'card-text', fill: 'ink-2', above: 2 }),
            ...rankedTable(
              context,
              [
                { name: names[0] ?? '', share: 32, strong: true },
                { name: names[1] ?? '', share: 20 },
                { name: names[2] ?? '', share: 11, end: true },
                { name: names[3] ?? '', share: 11, end: true },
                { name: names[4] ?? '', share: 14, end: true },
                { name: names[5] ?? '', share: 18 },
              ],
              first.map(({ id, importance, performance }) => {
                const score = scores.get(id);
                return [
                  nameOf(context, id),
                  stage(id),
                  numbers.plain(importance, 1),
                  numbers.plain(performance, 1),
                  score === undefined ? '–' : numbers.fixed(score),
                  owner(id),
                ];
              }),
            ),
          ])),
    ],
  };
}

export function painsSection(context: ReportContext): Section {
  const { analyses, facts, words } = context;
  const { A11 } = analyses;
  const { numbers } = facts;
  const said = facts.words.pains;
  const outcome = A11.value?.pains;
  if (!outcome?.value)
    return unknown(context, 'pains', said.name, A11.reason ?? outcome?.reason ?? 'nothing-rated');
  const [worst] = outcome.value;
  const [stage, owner] = [stageOf(context), ownerOf(context)];
  const names = words.painColumns;
  return {
    id: 'pains',
    name: said.name,
    rests: said.what(outcome.n, outcome.of, outcome.value.length),
    says: [
      worst ? words.hurts(placeOf(context, worst.id), numbers.signed(worst.emotion)) : words.nothingHurts,
    ],
    pieces:
      outcome.value.length === 0
        ? []
        : rankedTable(
            context,
            [
              { name: names[0] ?? '', share: 30, strong: true },
              { name: names[1] ?? '', share: 18 },
              { name: names[2] ?? '', share: 9, end: true },
              { name: names[3] ?? '', share: 22, end: true },
              { name: names[4] ?? '', share: 11, end: true },
              { name: names[5] ?? '', share: 16 },
            ],
            outcome.value.map(({ id, emotion, pain, people }) => [
              nameOf(context, id),
              stage(id),
              numbers.signed(emotion),
              { text: numbers.plain(pain), share: pain / 100 },
              people === null ? said.uncounted : numbers.plain(people),
              owner(id),
            ]),
          ),
  };
}

export function opportunitiesSection(context: ReportContext): Section {
  const { map, analyses, facts, words, width } = context;
  const { A11 } = analyses;
  const { numbers } = facts;
  const said = facts.words.opportunities;
  const titles = new Map(map.opportunities.map(({ id, title }) => [id, title || facts.words.untitled]));
  const statuses = sceneWordsFor(words.language).opportunityStatus;
  const ranked = A11.value?.opportunities ?? [];
  const part = (value: number | null) => (value === null ? '–' : numbers.plain(value, 1));
  const best = (A11.value?.scores.value ?? []).toSorted((a, b) => b.score - a.score).slice(0, mostBest);
  const [first] = ranked.filter(({ status }) => status !== 'rejected');
  const names = words.opportunityColumns;
  const level = (top: (typeof ranked)[number]['best']) =>
    top === null
      ? facts.words.notRated
      : `${numbers.fixed(top.score)} ${top.overServed ? said.overServed : said.levels[top.level]}`;
  return {
    id: 'opportunities',
    name: said.name,
    rests: A11.value ? restsOn(context, A11.value.scores, said.what) : '',
    says: first
      ? [
          words.bestOpportunity(
            titles.get(first.id) ?? '',
            [
              said.impact(part(first.impact), part(first.effort)),
              ...(first.votes > 0 ? [said.votes(first.votes)] : []),
            ].join(words.listMark),
          ),
        ]
      : [],
    pieces: [
      ...(ranked.length === 0
        ? notKnown(said.none, width)
        : [
            ...paragraph(said.order, width, { role: 'legend-small', fill: 'ink-2' }),
            ...table(
              [
                { name: names[0] ?? '', share: 32, strong: true },
                { name: names[1] ?? '', share: 28 },
                { name: names[2] ?? '', share: 7, end: true },
                { name: names[3] ?? '', share: 9, end: true },
                { name: names[4] ?? '', share: 9, end: true },
                { name: names[5] ?? '', share: 14 },
                { name: names[6] ?? '', share: 10 },
              ],
              ranked.map(({ id, touchpointIds, impact, effort, status, votes, best: top }) => [
                titles.get(id) ?? '',
                touchpointIds.map((one) => nameOf(context, one)).join(words.listMark),
                numbers.plain(votes),
                part(impact),
                part(effort),
                level(top),
                statuses[status],
              ]),
              width,
            ),
          ]),
      ...(best.length === 0
        ? []
        : together([
            ...subheading(said.best, width),
            ...table(
              [
                { name: facts.words.touchpoint, share: 60, strong: true },
                { name: names[5] ?? '', share: 40, end: true },
              ],
              best.map(({ id, score }) => [
                nameOf(context, id),
                { text: numbers.fixed(score), share: score / 20 },
              ]),
              width,
            ),
          ])),
    ],
  };
}
