import { type PageItem, pagination } from "../../../html/govuk/pagination.ts";
import type { Html } from "../../../html/html.ts";

export const PER_PAGE = 50;

export type Paged<T> = { shown: readonly T[]; page: number; pages: number };

export const pageOf = <T>(all: readonly T[], asked: string | null): Paged<T> => {
  const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
  const wanted = /^\d{1,6}$/.test(asked ?? "") ? Number(asked) : 1;
  const page = Math.min(Math.max(wanted, 1), pages);
  return { shown: all.slice((page - 1) * PER_PAGE, page * PER_PAGE), page, pages };
};

const at = (query: URLSearchParams, page: number): string => {
  const changed = new URLSearchParams(query);
  changed.set("page", String(page));
  return `/work?${changed}`;
};

const nearby = (page: number, pages: number): number[] =>
  [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);

const itemsOf = (query: URLSearchParams, { page, pages }: Paged<unknown>): PageItem[] => {
  const numbers = [...new Set(nearby(page, pages))];
  return numbers.flatMap((number, i): PageItem[] => [
    ...(i > 0 && number - (numbers[i - 1] ?? 0) > 1 ? [{ ellipsis: true as const }] : []),
    { number, href: at(query, number), current: number === page },
  ]);
};

/** The filters stay as they are from page to page. */
export const pagesOf = (query: URLSearchParams, paged: Paged<unknown>): Html | undefined => {
  const { page, pages } = paged;
  if (pages === 1) return undefined;
  return pagination({
    landmarkLabel: "Pages of the work list",
    ...(page > 1 ? { previous: { href: at(query, page - 1) } } : {}),
    ...(page < pages ? { next: { href: at(query, page + 1) } } : {}),
    items: itemsOf(query, paged),
  });
};
