/** What each card shows besides its own fields, kept the same object while nothing of it changed. */
import type { JourneyMap, Touchpoint } from '../model/journeyMap.ts';
import { effectiveScore, emotionFor, meets } from '../model/sequence.ts';
import type { CardContext } from './drawCard.ts';
import type { LayoutOptions } from './layoutOptions.ts';
import { channelsById, momentsOf } from './indexes.ts';
import { sameInputs } from './same.ts';
import type { CardKind } from './sizes.ts';

type Sources = Pick<JourneyMap, 'channels' | 'moments' | 'readings' | 'personas'>;

/** Personas differ enough to be told on the card (A15). */
const divergent = 2;

interface Known extends Sources {
  readonly lead: string | null;
  readonly context: CardContext;
}
const known = new WeakMap<Touchpoint, Known>();

/** The context of a touchpoint's card. */
export function cardContext(
  touchpoint: Touchpoint,
  kind: CardKind,
  { channels, moments, readings, personas }: Sources,
  { words, lead = null }: Pick<LayoutOptions, 'words' | 'lead'>,
): CardContext {
  const before = known.get(touchpoint);
  if (
    before?.channels === channels &&
    before.moments === moments &&
    before.readings === readings &&
    before.personas === personas &&
    before.lead === lead &&
    before.context.words === words &&
    before.context.kind === kind
  ) {
    return before.context;
  }
  const now: CardContext = {
    kind,
    words,
    channel:
      touchpoint.channelId === null ? null : (channelsById(channels).get(touchpoint.channelId) ?? null),
    moments: momentsOf(touchpoint.id, moments),
    // What a persona does not meet shows what the others feel, and fades.
    emotion: emotionFor(touchpoint, meets(touchpoint, lead) ? lead : null, readings),
    importance: effectiveScore(touchpoint, 'importance', { readings }),
    performance: effectiveScore(touchpoint, 'performance', { readings }),
    spread: spreadOf(touchpoint, { personas, readings }),
  };
  const context = before && sameInputs(inputsOf(before.context), inputsOf(now)) ? before.context : now;
  known.set(touchpoint, { channels, moments, readings, personas, lead, context });
  return context;
}

function inputsOf({ moments, ...context }: CardContext): readonly unknown[] {
  return [...Object.values(context), ...moments];
}

/** Largest minus smallest emotion over the personas who come here, when it is 2 or more. */
function spreadOf(
  touchpoint: Touchpoint,
  { personas, readings }: Pick<Sources, 'personas' | 'readings'>,
): number | null {
  if (Object.keys(touchpoint.byPersona).length === 0) return null;
  const felt = personas
    .filter((persona) => meets(touchpoint, persona.id))
    .map((persona) => emotionFor(touchpoint, persona.id, readings))
    .filter((emotion) => emotion !== null);
  if (felt.length < 2) return null;
  const spread = Math.max(...felt) - Math.min(...felt);
  return spread >= divergent ? spread : null;
}
