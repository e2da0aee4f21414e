import type { Route } from "../../../core/web/route.ts";
import { whoMay } from "../../../domain/console/may.ts";
import type { Console } from "../../console.ts";
import { actOnHandover, handover } from "./handover.ts";

export const handoverRoutes: readonly Route<Console>[] = [
  { method: "GET", path: "/handover", allow: whoMay("see-handover"), audit: "handover", page: handover },
  {
    method: "POST",
    path: "/handover",
    allow: whoMay("write-handover"),
    audit: "handed-over",
    page: actOnHandover,
  },
];
