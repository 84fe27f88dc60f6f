/** Sections of the report about what to do: priorities, pains, tiers, checks, opportunities, and the appendix of all touchpoints. */
import { scoredTouchpoints } from '../analysis/scoredTouchpoints.ts';
import { quadrantChart } from '../charts/quadrantChart.ts';
import { tierChart } from '../charts/tierChart.ts';
import { fieldWords } from '../words/fields.ts';
import { checkListWords } from '../words/checkList.ts';
import { checkWords, findingMessage } from '../words/checks.ts';
import { sceneWordsFor } from '../words/scene.ts';
import { drawing } from './flow.ts';
import {
  missingPiece,
  nameOf,
  notKnown,
  ownerOf,
  restsOn,
  stageOf,
  type ReportContext,
  type Section,
} from './reportContext.ts';
import { nothing, paragraph, sentences, subheading, table } from './texts.ts';

/** Quadrant and tiers have the size of the charts on the page; they are enlarged to be read on paper. */
const enlarged = 1.25;

export function quadrantSection(context: ReportContext): Section {
  const { analyses, facts, words, width } = context;
  const { A6, A11 } = analyses;
  const { numbers } = facts;
  const said = facts.words.quadrant;
  const result = A6.value;
  if (!result)
    return {
      id: 'priorities',
      name: said.name,
      rests: '',
      pieces: missingPiece(context, A6.reason ?? 'nothing-rated'),
    };
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
      ...subheading(words.priorities, width),
      ...paragraph(first.length === 0 ? words.noPriorities : words.prioritiesNote, width, {
        role: 'card-text',
        fill: 'ink-2',
        above: 2,
      }),
      ...(first.length === 0
        ? []
        : table(
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
            width,
          )),
    ],
  };
}

export function painsSection(context: ReportContext): Section {
  const { analyses, facts, words, width } = context;
  const { A11 } = analyses;
  const { numbers } = facts;
  const said = facts.words.pains;
  const outcome = A11.value?.pains;
  if (!outcome?.value)
    return {
      id: 'pains',
      isSmall: true,
      name: said.name,
      rests: '',
      pieces: missingPiece(context, A11.reason ?? outcome?.reason ?? 'nothing-rated'),
    };
  const [stage, owner] = [stageOf(context), ownerOf(context)];
  const names = words.painColumns;
  return {
    id: 'pains',
    isSmall: true,
    name: said.name,
    rests: said.what(outcome.n, outcome.of, outcome.value.length),
    pieces:
      outcome.value.length === 0
        ? nothing(said.none, width)
        : table(
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
            width,
          ),
  };
}

/** What the tiers say in sentences: every inversion, or that there is none. */
export function tierSentences(context: ReportContext): readonly string[] {
  const { map, analyses, facts, words } = context;
  const result = analyses.A13.value;
  if (!result) return [];
  const said = facts.words.tiers;
  const tier = (tierId: string) => map.tiers.find(({ id }) => id === tierId)?.name || facts.words.untitled;
  const inverted = result.rows.flatMap(({ id, inversions }) =>
    inversions.map(
      ({ higherTierId, lowerTierId, by }) =>
        `${nameOf(context, id)}${words.pairMark}${said.inversion(tier(lowerTierId), tier(higherTierId), by === 'response-target')}`,
    ),
  );
  return inverted.length === 0 ? [said.noInversion] : inverted;
}

/** Null for a map without tiers: nothing is missing there. */
export function tierSection(context: ReportContext): Section | null {
  const { map, analyses, facts, width } = context;
  const { A13 } = analyses;
  if (map.tiers.length === 0) return null;
  const said = facts.words.tiers;
  const result = A13.value;
  const tier = (tierId: string) => map.tiers.find(({ id }) => id === tierId)?.name || facts.words.untitled;
  return {
    id: 'tiers',
    isSmall: true,
    name: said.name,
    rests: result ? said.what(result.cellsSet, result.cellCount) : '',
    pieces: result
      ? [
          ...sentences(tierSentences(context), width),
          ...paragraph(said.key, width, { role: 'legend-small', fill: 'ink-2', above: 10 }),
          drawing(tierChart(result, tier, width / enlarged, facts), enlarged, 10),
          ...(result.tiersWithoutUpgradeRule.length > 0
            ? paragraph(said.noUpgrade(result.tiersWithoutUpgradeRule.map(tier)), width, {
                role: 'card-text',
                above: 8,
              })
            : []),
        ]
      : missingPiece(context, A13.reason ?? 'no-tiers'),
  };
}

/** Null without a time that is promised or measured. */
export function responseSection(context: ReportContext): Section | null {
  const { analyses, facts, words, width } = context;
  const result = analyses.A12.value;
  if (!result) return null;
  const said = facts.words.response;
  const { duration } = sceneWordsFor(words.language);
  const { attainment } = result;
  const names = said.columns;
  return {
    id: 'response',
    isSmall: true,
    name: said.name,
    rests:
      attainment.value === null
        ? ''
        : `${facts.numbers.percent(attainment.value)} ${said.met} · ${said.what(attainment.n, attainment.of)}`,
    pieces: table(
      [
        { name: names[0] ?? '', share: 46, strong: true },
        { name: names[1] ?? '', share: 18, end: true },
        { name: names[2] ?? '', share: 18, end: true },
        { name: names[3] ?? '', share: 18 },
      ],
      result.rows.map(({ id, actualMin, targetMin, level, unknown }) => [
        nameOf(context, id),
        actualMin === null ? '–' : duration(actualMin),
        targetMin === null ? '–' : duration(targetMin),
        level ? said.levels[level] : facts.words.reasons[unknown ?? 'not-measured'].short,
      ]),
      width,
    ),
  };
}

export function checksSection(context: ReportContext): Section {
  const { analyses, facts, words, width } = context;
  const language = words.language;
  const said = checkListWords[language];
  const open = analyses.lint.filter(({ dismissed }) => dismissed === null);
  const aside = analyses.lint.filter(({ dismissed }) => dismissed !== null);
  const names = words.checkColumns;
  const row = (finding: (typeof analyses.lint)[number]) => {
    const { name, todo } = checkWords[language][finding.kind];
    const tag = finding.ids.map((id) => facts.tag(id)).find((one) => one !== '');
    return [
      name,
      `${tag === undefined ? '' : `${tag} `}${findingMessage(finding, language)}`,
      finding.dismissed === null ? todo : words.dismissed(finding.dismissed.reason),
    ];
  };
  const columns = [
    { name: names[0] ?? '', share: 22, strong: true },
    { name: names[1] ?? '', share: 42 },
    { name: names[2] ?? '', share: 36 },
  ];
  return {
    id: 'checks',
    isSmall: true,
    name: said.name,
    rests: said.open(open.length),
    pieces: [
      ...(open.length === 0 ? nothing(said.none, width) : table(columns, open.map(row), width)),
      ...(aside.length === 0
        ? []
        : [...subheading(said.setAside(aside.length), width), ...table(columns, aside.map(row), width)]),
    ],
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
  const best = (A11.value?.scores.value ?? []).toSorted((a, b) => b.score - a.score).slice(0, 10);
  const names = words.opportunityColumns;
  const level = (top: (typeof ranked)[number]['best']) =>
    top === null
      ? facts.words.notRated
      : `${numbers.fixed(top.score)} ${top.overServed ? said.overServed : said.levels[top.level]}`;
  return {
    id: 'opportunities',
    isSmall: true,
    name: said.name,
    rests: A11.value ? restsOn(context, A11.value.scores, said.what) : '',
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
        : [
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
          ]),
    ],
  };
}

export function appendixSection(context: ReportContext): Section {
  const { map, facts, words, width, personaId } = context;
  const { numbers } = facts;
  const scored = scoredTouchpoints(map, personaId);
  const known = new Map(scored.map((one) => [one.id, one]));
  const rest = map.touchpoints.filter(({ id }) => !known.has(id));
  const all = [...scored.map(({ touchpoint }) => touchpoint), ...rest];
  const stage = stageOf(context);
  const channels = new Map(map.channels.map(({ id, name }) => [id, name]));
  const levels = fieldWords[words.language].values.evidenceLevel;
  const names = words.appendixColumns;
  const figure = (value: number | null | undefined, write: (value: number) => string) =>
    value === null || value === undefined ? '–' : write(value);
  const shares = [5, 22, 13, 12, 13, 8, 10, 11, 8, 9, 10];
  return {
    id: 'appendix',
    name: words.appendix,
    rests: facts.words.behind.count(all.length),
    pieces:
      all.length === 0
        ? notKnown(words.noTouchpoints, width)
        : [
            ...paragraph(words.appendixNote, width, { role: 'legend-small', fill: 'ink-2' }),
            ...table(
              names.map((name, index) => ({
                name,
                share: shares[index] ?? 8,
                strong: index === 1,
                end: index >= 5 && index <= 9,
              })),
              all.map(
                ({
                  id,
                  title,
                  channelId,
                  owner,
                  emotion,
                  importance,
                  performance,
                  reached,
                  passed,
                  evidenceLevel,
                }) => {
                  const one = known.get(id);
                  return [
                    facts.tag(id),
                    title || facts.words.untitled,
                    stage(id),
                    channelId === null ? '–' : (channels.get(channelId) ?? ''),
                    owner,
                    figure(one ? one.emotion : emotion, numbers.signed),
                    figure(one ? one.importance : importance, (value) => numbers.plain(value, 1)),
                    figure(one ? one.performance : performance, (value) => numbers.plain(value, 1)),
                    figure(one ? one.reached : reached, numbers.plain),
                    figure(one ? one.passed : passed, numbers.plain),
                    levels[evidenceLevel],
                  ];
                },
              ),
              width,
            ),
          ],
  };
}
