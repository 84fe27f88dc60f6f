/**
 * Drawings that many things share, because what they show takes few values: each is drawn once and is then the same
 * items, which costs less memory and less painting. Not for what shows a person's own words or a place on the map: what
 * was drawn is never forgotten.
 */
export function drawOnce<Values extends readonly (string | number | boolean | null)[], Drawing>(
  draw: (...values: Values) => Drawing,
): (...values: Values) => Drawing {
  const known = new Map<string, Drawing>();
  return (...values) => {
    const key = values.join('\n');
    const drawn = known.get(key) ?? draw(...values);
    known.set(key, drawn);
    return drawn;
  };
}
