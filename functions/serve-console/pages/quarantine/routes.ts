import type { Route } from "../../../core/web/route.ts";
import { whoMay } from "../../../domain/console/may.ts";
import type { Console } from "../../console.ts";
import { attachment } from "./attachment.ts";
import { decide, decisionForm } from "./decide.ts";
import { deciding, isTheirDecision } from "./deciding.ts";
import { quarantineList } from "./list.ts";
import { quarantinedMail } from "./mail.ts";

const readers = whoMay("see-quarantine");
const office = whoMay("decide-quarantine");

/** Mails that wait for a person. */
export const quarantineRoutes: readonly Route<Console>[] = [
  { method: "GET", path: "/quarantine", allow: readers, audit: "quarantine", page: quarantineList },
  {
    method: "GET",
    path: "/quarantine/:mailId",
    allow: readers,
    audit: "quarantined-mail",
    page: quarantinedMail,
  },
  {
    method: "GET",
    path: "/quarantine/:mailId/:way",
    allow: office,
    audit: "decision-form",
    page: decisionForm,
  },
  { method: "POST", path: "/quarantine/:mailId/:way", allow: office, audit: "decide", page: decide },
  {
    method: "GET",
    path: "/quarantine/:mailId/deciding/:id",
    allow: office,
    audit: "deciding",
    object: isTheirDecision,
    page: deciding,
  },
  {
    method: "GET",
    path: "/attachments/:mailId/:file",
    allow: readers,
    audit: "attachment",
    page: attachment,
  },
];
