/**
 * What a stage's slide says besides its touchpoints: moments of truth, pains, opportunities, a voice; the weightiest first.
 *
 * A moment of truth is nobody's who does not come there: the one who leads has only those they meet.
 * What hangs on touchpoints stands on their slide; what hangs on the stage alone on the first of its slides.
 */
import { inPinOrder } from '../layout/pins.ts';
import type { Insight, JourneyMap, Moment, Opportunity, Touchpoint } from '../model/journeyMap.ts';
import { meets } from '../model/sequence.ts';
import { sheetWordsFor } from '../words/sheet.ts';
import { slideWordsFor } from '../words/slides.ts';
import type { SlideName } from './listSlides.ts';

export interface Voice {
  readonly text: string;
  /** Who or where from; may be empty. */
  readonly source: string;
  /** The touchpoint it speaks of; null: the stage. */
  readonly touchpointId: string | null;
}

export interface StageNotes {
  /** In the order of the journey. */
  readonly moments: readonly Moment[];
  readonly pains: readonly Insight[];
  readonly opportunities: readonly Opportunity[];
  readonly voice: Voice | null;
}

export function stageNotes(
  journey: JourneyMap,
  { stageId, part }: SlideName,
  touchpoints: readonly Touchpoint[],
  lead: string | null,
): StageNotes {
  const shown = new Set(touchpoints.map(({ id }) => id));
  const isHere = (note: Insight | Opportunity): boolean =>
    note.touchpointIds.some((id) => shown.has(id)) ||
    (note.stageId === stageId && note.touchpointIds.length === 0 && part === 1);
  const insights = journey.insights.filter((insight) => isHere(insight) && insight.text.trim() !== '');
  return {
    moments: touchpoints
      .filter((touchpoint) => meets(touchpoint, lead))
      .flatMap(({ id }) => inPinOrder(journey.moments.filter(({ touchpointId }) => touchpointId === id))),
    pains: insights
      .filter(({ kind }) => kind === 'pain')
      .toSorted((a, b) => (b.severity ?? 0) - (a.severity ?? 0)),
    opportunities: journey.opportunities
      .filter((one) => isHere(one) && one.title.trim() !== '' && isOpen(one))
      .toSorted((a, b) => (b.impact ?? 0) - (a.impact ?? 0)),
    voice: voiceOf(journey, insights, touchpoints),
  };
}

function isOpen({ status }: Opportunity): boolean {
  return status !== 'rejected' && status !== 'done';
}

/** A quoted insight, else a quote among the evidence, else a thought. */
function voiceOf(
  journey: JourneyMap,
  insights: readonly Insight[],
  touchpoints: readonly Touchpoint[],
): Voice | null {
  return (
    insightVoice(journey, insights, 'quote') ??
    evidenceVoice(journey, [...touchpoints, ...insights]) ??
    insightVoice(journey, insights, 'thought')
  );
}

function insightVoice(
  journey: JourneyMap,
  insights: readonly Insight[],
  wanted: 'quote' | 'thought',
): Voice | null {
  const said = insights.find(({ kind }) => kind === wanted);
  if (!said) return null;
  const names = journey.personas.filter(({ id }) => said.personaIds.includes(id)).map(({ name }) => name);
  const source = names.join(slideWordsFor(journey.map.language).dot) || sourceOf(journey, said.evidenceIds);
  return { text: bare(said.text), source, touchpointId: said.touchpointIds[0] ?? null };
}

type Supported = Pick<Touchpoint, 'evidenceIds'> & { readonly touchpointIds?: readonly string[]; id: string };

function evidenceVoice(journey: JourneyMap, records: readonly Supported[]): Voice | null {
  for (const { id, touchpointIds, evidenceIds } of records) {
    const quote = journey.evidence.find(
      (one) => one.kind === 'quote' && one.text.trim() !== '' && evidenceIds.includes(one.id),
    );
    if (!quote) continue;
    const touchpointId = touchpointIds === undefined ? id : (touchpointIds[0] ?? null);
    return { text: bare(quote.text), source: sourceOf(journey, [quote.id]), touchpointId };
  }
  return null;
}

/** Where the first of the evidence comes from, and when. */
function sourceOf({ map, evidence }: JourneyMap, ids: readonly string[]): string {
  const found = evidence.find(({ id }) => ids.includes(id));
  if (!found) return '';
  const date = found.at === null ? '' : sheetWordsFor(map.language).fullDate(found.at);
  return [found.source || found.title, date].filter(Boolean).join(slideWordsFor(map.language).dot);
}

/** Without the quotation marks somebody put around it: the slide sets its own. */
function bare(text: string): string {
  return text.trim().replace(/^["“”「『]+(?=.)|(?<=.)["“”」』]+$/gu, '');
}
