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
  const at = new Map(ids.map((id, index) => [id, index]));
  const next: number[][] = ids.map(() => []);
  for (const { from, to } of links) {
    const [start, end] = [at.get(from), at.get(to)];
    if (start !== undefined && end !== undefined) next[start]?.push(end);
  }
  const found: string[][] = [];
  /** When each was first met, from 1; 0: not yet. */
  const met = new Int32Array(ids.length);
  /** The earliest that each leads back to. */
  const lowest = new Int32Array(ids.length);
  const isOpen = new Uint8Array(ids.length);
  const open: number[] = [];
  let count = 0;

  const enter = (node: number) => {
    count += 1;
    met[node] = count;
    lowest[node] = count;
    isOpen[node] = 1;
    open.push(node);
    return { node, at: 0 };
  };
  const lower = (node: number, to: number) => {
    lowest[node] = Math.min(lowest[node] ?? to, to);
  };
  const close = (node: number) => {
    if (lowest[node] !== met[node]) return;
    const members = open.splice(open.lastIndexOf(node));
    for (const member of members) isOpen[member] = 0;
    if (members.length > 1) found.push(members.flatMap((member) => ids[member] ?? []));
  };

  for (let start = 0; start < ids.length; start++) {
    if (met[start] !== 0) continue;
    const path = [enter(start)];
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const to = next[step.node]?.[step.at];
      step.at += 1;
      if (to === undefined) {
        close(step.node);
        path.pop();
        const before = path.at(-1);
        if (before) lower(before.node, lowest[step.node] ?? 0);
      } else if (met[to] === 0) path.push(enter(to));
      else if (isOpen[to] === 1) lower(step.node, met[to] ?? 0);
    }
  }
  return found;
}
