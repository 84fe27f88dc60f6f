/**
 * Circles among links: groups of touchpoints each of which leads back to itself (strongly connected components of two or
 * more, after R. Tarjan, Depth-First Search and Linear Graph Algorithms, 1972). Without recursion, as a chain of links may be
 * as long as a map is large. Costs one visit a touchpoint and link.
 */

/** `ids`: in any order; a link to or from anything else is passed over. */
export function circles(
  ids: readonly string[],
  links: readonly { readonly from: string; readonly to: string }[],
): readonly (readonly string[])[] {
  const known = new Set(ids);
  const next = new Map<string, string[]>();
  for (const { from, to } of links) {
    if (!known.has(from) || !known.has(to)) continue;
    const list = next.get(from);
    if (list) list.push(to);
    else next.set(from, [to]);
  }
  const found: string[][] = [];
  const indexes = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();

  const enter = (id: string) => {
    lowest.set(id, indexes.size);
    indexes.set(id, indexes.size);
    open.push(id);
    isOpen.add(id);
    return { id, at: 0 };
  };
  const lower = (id: string, to: number | undefined) => {
    lowest.set(id, Math.min(lowest.get(id) ?? 0, to ?? 0));
  };
  const close = (id: string) => {
    if (lowest.get(id) !== indexes.get(id)) return;
    const members = open.splice(open.lastIndexOf(id));
    for (const member of members) isOpen.delete(member);
    if (members.length > 1) found.push(members);
  };

  for (const start of next.keys()) {
    if (indexes.has(start)) continue;
    const path = [enter(start)];
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const to = next.get(step.id)?.[step.at];
      step.at += 1;
      if (to === undefined) {
        close(step.id);
        path.pop();
        const before = path.at(-1);
        if (before) lower(before.id, lowest.get(step.id));
      } else if (!indexes.has(to)) path.push(enter(to));
      else if (isOpen.has(to)) lower(step.id, indexes.get(to));
    }
  }
  return found;
}
