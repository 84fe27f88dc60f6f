/** The section of the report about coverage: which channel meets customers in which stage, and the gaps. */
import { scoredTouchpoints } from '../analysis/scoredTouchpoints.ts';
import { coverageChart } from '../charts/coverageChart.ts';
import { columnsOf, unknown, type ReportContext, type Section } from './reportContext.ts';
import { paragraph } from './texts.ts';
import { underHeads } from './underHeads.ts';

/** Right of a name of a channel the cells begin. */
const channelRoom = 170;

export function coverageSection(context: ReportContext): Section {
  const { map, analyses, facts, words, width } = context;
  const { A7 } = analyses;
  const said = facts.words.coverage;
  const result = A7.value;
  if (!result) return unknown(context, 'coverage', said.name, A7.reason ?? 'no-channels');
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
    says: [words.covered(result.cells.length, result.size, missedPreference.length + notOwned.length)],
    pieces: [
      ...paragraph(said.key.join(' · '), width, { role: 'legend-small', fill: 'ink-2' }),
      underHeads(context, channelRoom, chart),
      ...notes.flatMap((text) => paragraph(text, width, { role: 'cell', above: 4 })),
    ],
  };
}
