/** The calendar day of the person at this place, `YYYY-MM-DD`: which actions are late. */
export function localDay(now: Date): string {
  return [
    now.getFullYear(),
    String(now.getMonth() + 1).padStart(2, '0'),
    String(now.getDate()).padStart(2, '0'),
  ].join('-');
}
