import { type Answer, shown } from "../../core/web/answer.ts";
import type { Visit } from "../../core/web/visit.ts";
import type { Console } from "../console.ts";
import { notFound } from "./not-found.ts";

const YEAR_S = 31_536_000;

/** The one style sheet, named by its content: a browser that has it never asks again. */
export const asset = async (visit: Visit, console: Console): Promise<Answer> => {
  const { path, css } = console.styles;
  if (visit.path !== path) return notFound(visit, undefined, console);
  return {
    ...shown(css),
    headers: {
      "content-type": "text/css; charset=utf-8",
      "cache-control": `public, max-age=${YEAR_S}, immutable`,
    },
  };
};
