import { seeOther } from "../core/web/answer.ts";
import type { Route } from "../core/web/route.ts";
import { type Roles, whoMay } from "../domain/console/may.ts";
import type { Console } from "./console.ts";
import { accessibility } from "./pages/accessibility.ts";
import { acknowledged, acknowledgement } from "./pages/ack/ack.ts";
import { asset } from "./pages/assets.ts";
import { episodeRoutes } from "./pages/episode/routes.ts";
import { handoverRoutes } from "./pages/handover/routes.ts";
import { peopleRoutes } from "./pages/people/routes.ts";
import { quarantineRoutes } from "./pages/quarantine/routes.ts";
import { sheet } from "./pages/sheet/sheet.ts";
import { workRoutes } from "./pages/work/routes.ts";
import { beginSignIn } from "./sign-in/begin.ts";
import { finishSignIn } from "./sign-in/finish.ts";
import { isTheirs, showParked } from "./sign-in/parked.ts";
import { signedOut, signOut } from "./sign-in/sign-out.ts";

const anyRole = ["coordinator", "worker", "manager", "auditor"] as const satisfies Roles;

/** Every page, who may see it and what the log calls it. What stands in no row does not exist. */
export const routes: readonly Route<Console>[] = [
  { method: "GET", path: "/", allow: "anyone", audit: "start", page: async () => seeOther("/work") },
  { method: "GET", path: "/assets/:file", allow: "anyone", audit: "asset", page: asset },
  { method: "GET", path: "/accessibility", allow: "anyone", audit: "accessibility", page: accessibility },
  { method: "GET", path: "/sign-in", allow: "anyone", audit: "sign-in", page: beginSignIn },
  { method: "GET", path: "/signed-in", allow: "anyone", audit: "signed-in", page: finishSignIn },
  { method: "GET", path: "/signed-out", allow: "anyone", audit: "signed-out", page: signedOut },
  { method: "POST", path: "/sign-out", allow: anyRole, audit: "sign-out", page: signOut },
  { method: "GET", path: "/parked/:id", allow: anyRole, audit: "parked", object: isTheirs, page: showParked },
  { method: "GET", path: "/ack/:token", allow: "anyone", audit: "report-link", page: acknowledgement },
  { method: "POST", path: "/ack/:token", allow: "anyone", audit: "report-acknowledged", page: acknowledged },
  ...workRoutes,
  ...episodeRoutes,
  ...handoverRoutes,
  ...quarantineRoutes,
  ...peopleRoutes,
  { method: "GET", path: "/sheet", allow: whoMay("print-everything"), audit: "sheet", page: sheet },
];
