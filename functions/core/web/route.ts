import type { Roles } from "../../domain/console/may.ts";
import type { Answer } from "./answer.ts";
import type { Method, StaffVisit, Visit } from "./visit.ts";

type Common = {
  method: Method;
  /** `/episodes/:id`: a part with a colon is anything but a slash. */
  path: string;
  /** What the log calls it. Every visit and every denial is logged under this name, and no other word of the visit. */
  audit: string;
};

/** For whoever comes by: sign-in, assets, help. */
export type OpenRoute<D> = Common & {
  allow: "anyone";
  page: (visit: Visit, deps: D) => Promise<Answer>;
};

/** For staff with one of these roles. */
export type StaffRoute<D> = Common & {
  allow: Roles;
  /** Whether this person may see what the path names; left out where it names nothing. False is answered as unknown. */
  object?: (visit: StaffVisit, deps: D) => Promise<boolean>;
  page: (visit: StaffVisit, deps: D) => Promise<Answer>;
};

/** A row without `allow` does not compile, and what stands in no row is denied. */
export type Route<D> = OpenRoute<D> | StaffRoute<D>;
