/**
 * File names from a map's title and a date (U54): Chinese is kept, what is unsafe in a file name is dropped (R76):
 * control and direction characters, path separators, characters Windows refuses, its reserved names, leading and
 * trailing dots and spaces. At most 80 characters, never cut inside one.
 */
const longest = 80;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** "SaaS onboarding a service blueprint 2025-03-01.svg" */
export function fileName(title: string, date: Date, extension: string): string {
  const day = `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
  return `${safeName(title)} ${day}.${extension}`;
}

export function safeName(title: string): string {
  const plain = title
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll(/[\\/:*?"<>|：／＼]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.~-]+/, '');
  const short = [...new Intl.Segmenter().segment(plain)]
    .slice(0, longest)
    .map(({ segment }) => segment)
    .join('')
    .replace(/[\s.]+$/, '');
  return short === '' || reserved.test(short) ? 'Touchline' : short;
}
