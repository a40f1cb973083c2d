/**
 * The import cycles of a graph, one for each group of files that reach each other (Tarjan's strongly connected
 * components), each as the files in it, sorted.
 */
export const cyclesIn = (graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] => {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const cycles: string[][] = [];

  const close = (file: string): void => {
    const group: string[] = [];
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      isOpen.delete(last);
      group.push(last);
      if (last === file) break;
    }
    if (group.length > 1 || graph.get(file)?.includes(file)) cycles.push(group.toSorted());
  };

  const visit = (file: string): void => {
    const mine = order.size;
    order.set(file, mine);
    lowest.set(file, mine);
    open.push(file);
    isOpen.add(file);
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (isOpen.has(next)) lowest.set(file, Math.min(lowest.get(file) ?? mine, lowest.get(next) ?? mine));
    }
    if (lowest.get(file) === mine) close(file);
  };

  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return cycles;
};
