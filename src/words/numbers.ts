/**
 * Numbers, shares, money and dates as the reader's language writes them (Intl). Rounding is for display alone, half away
 * from zero; the minus is a real minus sign.
 */
import { locales, type InterfaceLanguage } from './language.ts';
import { percent } from './scene.ts';

export interface Numbers {
  /** "12,000"; at most so many decimals. */
  readonly plain: (value: number, decimals?: number) => string;
  /** Always with so many decimals: "56.5". */
  readonly fixed: (value: number, decimals?: number) => string;
  /** "+1.6", "−0.4", "0.0". */
  readonly signed: (value: number, decimals?: number) => string;
  /** A share 0…1 as "92.5%". */
  readonly percent: (share: number) => string;
  /** A difference of two shares 0…1, in percentage points without their word: "+12", "−0.5". */
  readonly points: (difference: number) => string;
  /** "€1,200"; a part of a unit is written below a hundred, where leaving it out could say nothing at all: "€0.40". */
  readonly money: (amount: number, currency: string) => string;
  readonly date: (iso: string) => string;
  /** Day and time where the reader is. */
  readonly moment: (iso: string) => string;
}

const made = new Map<InterfaceLanguage, Numbers>();

/** The same object for the same language. */
export function numbersIn(language: InterfaceLanguage): Numbers {
  let numbers = made.get(language);
  if (!numbers) {
    numbers = make(locales[language]);
    made.set(language, numbers);
  }
  return numbers;
}

function make(locale: string): Numbers {
  const formats = new Map<string, Intl.NumberFormat>();
  const write = (value: number, options: Intl.NumberFormatOptions): string => {
    const key = JSON.stringify(options);
    let format = formats.get(key);
    if (!format) {
      format = new Intl.NumberFormat(locale, {
        roundingMode: 'halfExpand',
        signDisplay: 'negative',
        ...options,
      });
      formats.set(key, format);
    }
    return format.format(clean(value)).replace('-', '−');
  };
  return {
    plain: (value, decimals = 0) => write(value, { maximumFractionDigits: decimals }),
    fixed: (value, decimals = 1) =>
      write(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
    signed: (value, decimals = 1) =>
      write(value, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        signDisplay: 'exceptZero',
      }),
    percent,
    points: (difference) => write(difference * 100, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }),
    money: (amount, currency) =>
      write(amount, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        ...((Math.abs(amount) >= 100 || Number.isInteger(clean(amount))) && { maximumFractionDigits: 0 }),
      }),
    date: (iso) => dateIn(locale, iso),
    moment: (iso) => momentIn(locale, iso),
  };
}

/** Sums of decimals end a hair beside a half (2.4999999999999996 of 1.25 + 1.25): twelve digits say what was meant. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/** Dates are days without a time zone; what is no date stays as it is written. */
function dateIn(locale: string, iso: string): string {
  const time = Date.parse(iso.slice(0, 10));
  if (Number.isNaN(time)) return iso;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(time);
}

function momentIn(locale: string, iso: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}
