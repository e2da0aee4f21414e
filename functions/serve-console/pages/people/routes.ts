import type { Route } from "../../../core/web/route.ts";
import { whoMay } from "../../../domain/console/may.ts";
import type { Console } from "../../console.ts";
import { changedPerson, changePerson } from "./change.ts";
import { people } from "./people.ts";

export const peopleRoutes: readonly Route<Console>[] = [
  { method: "GET", path: "/people", allow: whoMay("see-people"), audit: "people", page: people },
  {
    method: "GET",
    path: "/people/:role",
    allow: whoMay("change-people"),
    audit: "change-person",
    page: changePerson,
  },
  {
    method: "POST",
    path: "/people/:role",
    allow: whoMay("change-people"),
    audit: "person-changed",
    page: changedPerson,
  },
];
