/** The checks there are (domain.md 6). A dismissal names one; the checks themselves are in src/analysis. */
export const checkCodes = [
  'L01',
  'L02',
  'L03',
  'L04',
  'L05',
  'L06',
  'L07',
  'L08',
  'L09',
  'L10',
  'L11',
  'L12',
  'L13',
  'L14',
  'L15',
  'L16',
  'L17',
] as const;
export type CheckCode = (typeof checkCodes)[number];
