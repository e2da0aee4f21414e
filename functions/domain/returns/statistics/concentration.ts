export type Concentration = {
  episodes: number;
  children: number;
  /** The fewest children who make half of the episodes. */
  childrenOfHalf: number;
};

/** How far a few children make most episodes: counted, nobody scored. One entry for each episode: whose it is. */
export const concentrationOf = (children: readonly string[]): Concentration => {
  const counts = [...Map.groupBy(children, (child) => child).values()]
    .map(({ length }) => length)
    .toSorted((a, b) => b - a);
  let sum = 0;
  const half = counts.findIndex((count) => {
    sum += count;
    return sum * 2 >= children.length;
  });
  return { episodes: children.length, children: counts.length, childrenOfHalf: half + 1 };
};
