/** The section of the report about the moments of truth: what customers decide where, and which are at risk. */
import { momentsChart } from '../charts/momentsChart.ts';
import { inPinOrder } from '../layout/pins.ts';
import {
  columnsOf,
  emotionOf,
  nameOf,
  notKnown,
  ownerOf,
  placesOf,
  unknown,
  type ReportContext,
  type Section,
} from './reportContext.ts';
import { table } from './texts.ts';
import { underHeads } from './underHeads.ts';

export function momentsSection(context: ReportContext): Section {
  const { map, analyses, facts, words, width } = context;
  const { A10 } = analyses;
  const said = facts.words.moments;
  const name = said.name;
  const result = A10.value;
  if (!result) return unknown(context, 'moments', name, A10.reason ?? 'no-touchpoints');
  const risky = result.moments.filter(({ risks }) => risks.length > 0);
  const rests = [said.present(Math.round(result.coverage * 3)), said.atRisk(risky.length)].join(' · ');
  if (result.moments.length === 0)
    return { id: 'moments', name, rests, says: [], pieces: notKnown(said.none, width) };
  const atRisk = new Set(risky.map(({ id }) => id));
  const placesAtRisk = inPinOrder(map.moments.filter(({ id }) => atRisk.has(id))).map(
    ({ touchpointId }) => touchpointId,
  );
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
    says: placesAtRisk.length > 0 ? [words.risky(placesOf(context, placesAtRisk))] : [],
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
