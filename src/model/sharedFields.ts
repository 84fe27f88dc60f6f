/** Descriptions of fields that several records have (see schema.ts). */
import { choice, list, maybeChoice, maybeFormatted, maybeNumber, maybeRecord, text } from './fieldSpec.ts';
import type { Tone } from './journeyMap.ts';
import { LONG_TEXT, NAME, SHORT_TEXT } from './limits.ts';

export const s120 = text(NAME);
export const s400 = text(SHORT_TEXT);
export const s4000 = text(LONG_TEXT);
export const count = { min: 0, int: true } as const;
export const percent = { min: 0, max: 100 } as const;
export const share = { min: 0, max: 1 } as const;
export const fivePoint = { min: 1, max: 5 } as const;
export const colour = maybeFormatted('colour');
export const phase = maybeChoice(['influence', 'prepurchase', 'purchase', 'postpurchase', 'advocacy']);
export const media = maybeChoice(['owned', 'paid', 'earned', 'shared']);
export const evidenceLevel = choice(['assumed', 'observed', 'measured'], 'assumed');
export const drives = list(choice(['security', 'trust', 'comfort', 'hope', 'desire'], 'security'));

const toneStep = maybeNumber({ min: -2, max: 2 });
export const tone = maybeRecord<Tone>({
  formality: toneStep,
  humour: toneStep,
  respect: toneStep,
  energy: toneStep,
});
