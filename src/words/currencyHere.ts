/**
 * The currency a new map counts in until somebody sets another in the map's own fields: that of the region in which the
 * browser says its person lives, for the language they work in; CNY in Chinese, USD otherwise, where it says none.
 *
 * Source: ISO 4217, with the countries of the euro area as of 2026.
 */
import type { InterfaceLanguage } from './language.ts';

const regions = {
  EUR: 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK',
  CHF: 'CH LI',
  AED: 'AE',
  ARS: 'AR',
  AUD: 'AU',
  BDT: 'BD',
  BRL: 'BR',
  CAD: 'CA',
  CLP: 'CL',
  CNY: 'CN',
  COP: 'CO',
  CZK: 'CZ',
  DKK: 'DK',
  EGP: 'EG',
  GBP: 'GB',
  HKD: 'HK',
  HUF: 'HU',
  IDR: 'ID',
  ILS: 'IL',
  INR: 'IN',
  ISK: 'IS',
  JPY: 'JP',
  KES: 'KE',
  KRW: 'KR',
  KZT: 'KZ',
  LKR: 'LK',
  MAD: 'MA',
  MOP: 'MO',
  MXN: 'MX',
  MYR: 'MY',
  NGN: 'NG',
  NOK: 'NO',
  NZD: 'NZ',
  PEN: 'PE',
  PHP: 'PH',
  PKR: 'PK',
  PLN: 'PL',
  QAR: 'QA',
  RON: 'RO',
  RUB: 'RU',
  SAR: 'SA',
  SEK: 'SE',
  SGD: 'SG',
  THB: 'TH',
  TRY: 'TR',
  TWD: 'TW',
  UAH: 'UA',
  USD: 'US PR',
  VND: 'VN',
  ZAR: 'ZA',
};
const fallback: Readonly<Record<InterfaceLanguage, string>> = { en: 'USD', zh: 'CNY' };

/** `tags`: the languages the browser prefers, the dearest first. */
export function currencyHere(language: InterfaceLanguage, tags: readonly string[]): string {
  // Somebody who works in Chinese lives where their Chinese is spoken; English is worked in everywhere.
  const tag = language === 'zh' ? tags.find((one) => /^zh\b/i.test(one)) : tags[0];
  const region = tag === undefined ? undefined : regionOf(tag);
  const found = Object.entries(regions).find(([, list]) => region && list.split(' ').includes(region));
  return found?.[0] ?? fallback[language];
}

/** "de" is at home in DE, "en-GB" in GB; undefined for what is no language. */
function regionOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().region;
  } catch {
    return undefined;
  }
}
