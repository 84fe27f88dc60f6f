/**
 * Places along a line, each as near to its wish as keeping apart allows: the sum of squared distances is the least one.
 *
 * In:  wishes in rising order; the least distance of neighbours; the range, which must have room for all.
 * Out: places in that order. Found by pooling neighbours that are too near (isotonic regression).
 */
export function spread(
  wishes: readonly number[],
  distance: number,
  least: number,
  most: number,
): readonly number[] {
  interface Pool {
    sum: number;
    count: number;
  }
  const pools: Pool[] = [];
  const meanOf = ({ sum, count }: Pool): number => sum / count;
  for (const [index, wish] of wishes.entries()) {
    let pool: Pool = { sum: wish - index * distance, count: 1 };
    for (let before = pools.at(-1); before && meanOf(before) >= meanOf(pool); before = pools.at(-1)) {
      pools.pop();
      pool = { sum: before.sum + pool.sum, count: before.count + pool.count };
    }
    pools.push(pool);
  }
  const highest = Math.max(least, most - (wishes.length - 1) * distance);
  let index = 0;
  return pools.flatMap((pool) => {
    const start = Math.min(highest, Math.max(least, meanOf(pool)));
    return Array.from({ length: pool.count }, () => start + distance * index++);
  });
}
