import type { Route } from "../../../core/web/route.ts";
import { whoMay } from "../../../domain/console/may.ts";
import type { Console } from "../../console.ts";
import { allocate, showAllocate } from "./allocate.ts";
import { workCsv } from "./csv.ts";
import { work } from "./list.ts";
import { load } from "./load.ts";
import { opened, showOpen } from "./open.ts";

export const workRoutes: readonly Route<Console>[] = [
  { method: "GET", path: "/work", allow: whoMay("see-list"), audit: "work", page: work },
  { method: "GET", path: "/work.csv", allow: whoMay("export-list"), audit: "work-csv", page: workCsv },
  {
    method: "GET",
    path: "/work/allocate",
    allow: whoMay("allocate"),
    audit: "allocating",
    page: showAllocate,
  },
  { method: "POST", path: "/work/allocate", allow: whoMay("allocate"), audit: "allocated", page: allocate },
  { method: "GET", path: "/work/open", allow: whoMay("open-episode"), audit: "opening", page: showOpen },
  {
    method: "POST",
    path: "/work/open",
    allow: whoMay("open-episode"),
    audit: "opened-by-hand",
    page: opened,
  },
  { method: "GET", path: "/load", allow: whoMay("see-load"), audit: "load", page: load },
];
