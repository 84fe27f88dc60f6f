/** Sections of the report about what is promised to whom: the tiers at each touchpoint, and response times. */
import { tierParts } from '../charts/tierChart.ts';
import { sceneWordsFor } from '../words/scene.ts';
import { drawing } from './flow.ts';
import { nameOf, unknown, type ReportContext, type Section } from './reportContext.ts';
import { paragraph, rowsUnder, table } from './texts.ts';

/** The tiers have the size of the chart on the page; they are enlarged to be read on paper. */
const enlarged = 1.25;
/** Among the findings in short. */
const mostInversions = 3;

/** What the tiers say in sentences: every inversion, or that there is none. */
function tierSentences(context: ReportContext): readonly string[] {
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
  if (!result) return unknown(context, 'tiers', said.name, A13.reason ?? 'no-tiers');
  const tier = (tierId: string) => map.tiers.find(({ id }) => id === tierId)?.name || facts.words.untitled;
  const says = tierSentences(context);
  const { head, rows } = tierParts(result, tier, width / enlarged, facts);
  return {
    id: 'tiers',
    name: said.name,
    rests: said.what(result.cellsSet, result.cellCount),
    says,
    inShort: says.slice(0, mostInversions),
    pieces: [
      ...paragraph(said.key, width, { role: 'legend-small', fill: 'ink-2', above: 10 }),
      ...rowsUnder(
        drawing(head, enlarged, 10),
        rows.map((row) => drawing(row, enlarged)),
      ),
      ...(result.tiersWithoutUpgradeRule.length > 0
        ? paragraph(said.noUpgrade(result.tiersWithoutUpgradeRule.map(tier)), width, {
            role: 'card-text',
            above: 8,
          })
        : []),
    ],
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
    name: said.name,
    rests:
      attainment.value === null
        ? ''
        : `${facts.numbers.percent(attainment.value)} ${said.met} · ${said.what(attainment.n, attainment.of)}`,
    says: attainment.value === null ? [] : [words.onTime(facts.numbers.percent(attainment.value))],
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
