/** A text that belongs to a place on the time axis. The lower its rank, the sooner it gets its room. */
export interface ToPlace {
  readonly x: number;
  readonly width: number;
  readonly rank: number;
}

export interface Placed {
  /** 0 is the row next to the plot. */
  readonly row: number;
  /** On which side of its own line the text stands. */
  readonly side: "after" | "before";
}

export interface Room {
  readonly rows: number;
  readonly left: number;
  readonly right: number;
}

interface Taken {
  readonly start: number;
  readonly end: number;
}

const GAP = 8;
/** Between the line and its text. */
export const BESIDE = 5;

const free = (row: readonly Taken[], start: number, end: number): boolean =>
  row.every((it) => end + GAP <= it.start || start >= it.end + GAP);

/** The text with the line that it stands beside. */
const extent = ({ x, width }: ToPlace, side: Placed["side"]): Taken =>
  side === "after" ? { start: x, end: x + BESIDE + width } : { start: x - BESIDE - width, end: x };

const placeOne = (label: ToPlace, taken: readonly Taken[][], { rows, left, right }: Room): Placed | null => {
  for (const side of ["after", "before"] as const)
    for (let row = 0; row < rows; row++) {
      const own = extent(label, side);
      if (own.start < left || own.end > right || !free(taken[row]!, own.start, own.end)) continue;
      // Its line leads down through the rows beneath.
      if (!taken.slice(0, row).every((below) => free(below, label.x, label.x))) continue;
      taken[row]!.push(own);
      for (const below of taken.slice(0, row)) below.push({ start: label.x, end: label.x });
      return { row, side };
    }
  return null;
};

/**
 * Room for each text in a few rows, beside the line that leads down to its mark: never over another text, another
 * line or the edge. Null for a text that finds none: its mark stands alone, and its words in the list beneath.
 */
export const placeLabels = (labels: readonly ToPlace[], room: Room): readonly (Placed | null)[] => {
  const taken: Taken[][] = Array.from({ length: room.rows }, () => []);
  const placed = new Map<ToPlace, Placed | null>();
  // From the right: a text stands after its line, so that the line of the next one to the left passes it, like stairs.
  for (const label of [...labels].sort((a, b) => a.rank - b.rank || b.x - a.x))
    placed.set(label, placeOne(label, taken, room));
  return labels.map((label) => placed.get(label) ?? null);
};

interface Group {
  readonly sum: number;
  readonly members: readonly number[];
}

/** Heights for texts that want to stand at `wanted`, moved as little as keeps them `gap` apart, in their order. */
export const spread = (wanted: readonly number[], gap: number): readonly number[] => {
  const top = ({ sum, members }: Group): number => sum / members.length - ((members.length - 1) * gap) / 2;
  const groups: Group[] = [];
  for (const { y, i } of wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y)) {
    let group: Group = { sum: y, members: [i] };
    for (let before = groups.at(-1); before !== undefined; before = groups.at(-1)) {
      if (top(before) + before.members.length * gap <= top(group)) break;
      group = { sum: before.sum + group.sum, members: [...before.members, ...group.members] };
      groups.pop();
    }
    groups.push(group);
  }
  const at = [...wanted];
  for (const group of groups) group.members.forEach((i, place) => (at[i] = top(group) + place * gap));
  return at;
};
