/** How plain values are written for a person; ratings and durations are in words/scene.ts. */
import type { InterfaceLanguage } from '../words/language.ts';

/** Between facts in one line: a dot with half an em on each side, as in the pictures. */
export const dot = '\u2002•\u2002';

/** A number with a real minus sign and all its digits. */
export function numberText(value: number): string {
  return String(value).replace('-', '−');
}

/** A share of 1 as percent with at most one decimal and a no-break space, as in the pictures: "48.1 %". Twelve digits say what a product of decimals meant. */
export function percentText(share: number): string {
  return `${numberText(Math.round(Number((share * 1000).toPrecision(12))) / 10)}\u00a0%`;
}

/** A date or time of the model in the person's language; as it stands when it is none. */
export function dateText(value: string, language: InterfaceLanguage): string {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return value;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}
