/** Package name → file that stands in for it in the bundle. */
export const aliases: Record<string, string>;
