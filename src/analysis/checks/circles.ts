/**
 * Circles among links: groups of touchpoints each of which leads back to itself (strongly connected components of two or
 * more, after R. Tarjan, Depth-First Search and Linear Graph Algorithms, 1972). Without recursion, as a chain of links may be
 * as long as a map is large. Costs one visit a touchpoint and link, over plain rows of numbers.
 */

/** `ids`: in any order; a link to or from anything else is passed over. */
export function circles(
  ids: readonly string[],
  links: readonly { readonly from: string; readonly to: string }[],
): readonly (readonly string[])[] {
  const { starts, ends } = arrows(ids, links);
  const found: string[][] = [];
  /** When each was first met, from 1; 0: not yet. */
  const met = new Int32Array(ids.length);
  /** The earliest that each leads back to. */
  const lowest = new Int32Array(ids.length);
  /** The arrow to follow next from each. */
  const following = starts.slice();
  const isOpen = new Uint8Array(ids.length);
  const open: number[] = [];
  let count = 0;

  const enter = (node: number) => {
    count += 1;
    met[node] = count;
    lowest[node] = count;
    isOpen[node] = 1;
    open.push(node);
  };
  const lower = (node: number, to: number) => {
    lowest[node] = Math.min(lowest[node] ?? to, to);
  };
  const close = (node: number) => {
    if (lowest[node] !== met[node]) return;
    if (open.at(-1) === node) {
      open.pop();
      isOpen[node] = 0;
      return;
    }
    const members = open.splice(open.lastIndexOf(node));
    for (const member of members) isOpen[member] = 0;
    found.push(members.flatMap((member) => ids[member] ?? []));
  };

  const path: number[] = [];
  for (let start = 0; start < ids.length; start++) {
    if (met[start] !== 0) continue;
    enter(start);
    path.push(start);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const arrow = following[node] ?? 0;
      if (arrow === starts[node + 1]) {
        close(node);
        path.pop();
        const before = path.at(-1);
        if (before !== undefined) lower(before, lowest[node] ?? 0);
        continue;
      }
      following[node] = arrow + 1;
      const to = ends[arrow] ?? 0;
      if (met[to] === 0) {
        enter(to);
        path.push(to);
      } else if (isOpen[to] === 1) lower(node, met[to] ?? 0);
    }
  }
  return found;
}

/** Where the arrows of each lead, one after another: those of the touchpoint at `n` are `ends[starts[n]]` to before `ends[starts[n + 1]]`. */
function arrows(
  ids: readonly string[],
  links: readonly { readonly from: string; readonly to: string }[],
): { readonly starts: Int32Array; readonly ends: Int32Array } {
  const at = new Map<string, number>();
  ids.forEach((id, index) => at.set(id, index));
  const from = new Int32Array(links.length).fill(-1);
  const to = new Int32Array(links.length);
  const starts = new Int32Array(ids.length + 1);
  links.forEach((link, index) => {
    const start = at.get(link.from);
    const end = at.get(link.to);
    if (start === undefined || end === undefined) return;
    from[index] = start;
    to[index] = end;
    starts[start + 1] = (starts[start + 1] ?? 0) + 1;
  });
  for (let node = 0; node < ids.length; node++)
    starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  const ends = new Int32Array(starts[ids.length] ?? 0);
  const filled = starts.slice();
  for (let index = 0; index < links.length; index++) {
    const start = from[index] ?? -1;
    if (start < 0) continue;
    const place = filled[start] ?? 0;
    ends[place] = to[index] ?? 0;
    filled[start] = place + 1;
  }
  return { starts, ends };
}
