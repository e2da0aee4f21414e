const GAP = "  ";

/** Columns wide enough for what they hold; the last one may run on. */
export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join(GAP)
      .trimEnd();
  return [line(heads), line(widths.map((w) => "─".repeat(w))), ...rows.map(line)].join("\n");
};
