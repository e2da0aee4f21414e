import type { Route } from "../../../core/web/route.ts";
import { whoMay } from "../../../domain/console/may.ts";
import type { Console } from "../../console.ts";
import { isOpenToThem } from "../../visitor.ts";
import { isTheirsToRecord } from "../action/asked.ts";
import { doAction, showAction } from "../action/do.ts";
import { booking } from "../interview/booking.ts";
import { interview, submitInterview } from "../interview/interview.ts";
import { printInterview } from "../interview/print.ts";
import { decideReview, review } from "../interview/review.ts";
import { interviewSection, isTheirSection, saveSection } from "../interview/section.ts";
import { episode } from "./episode.ts";
import { told } from "./told.ts";

const at = "/episodes/:id";
const object = isOpenToThem;
const drafting = whoMay("draft-interview");
/** Which action it is decides further (`isTheirsToRecord`); none is an auditor's. */
const recording = whoMay("note");

export const episodeRoutes: readonly Route<Console>[] = [
  { method: "GET", path: at, allow: whoMay("see-episode"), audit: "episode", object, page: episode },
  { method: "GET", path: `${at}/told`, allow: whoMay("see-told"), audit: "told", object, page: told },
  {
    method: "GET",
    path: `${at}/do/:action`,
    allow: recording,
    audit: "act",
    object: isTheirsToRecord,
    page: showAction,
  },
  {
    method: "POST",
    path: `${at}/do/:action`,
    allow: recording,
    audit: "acted",
    object: isTheirsToRecord,
    page: doAction,
  },
  { method: "GET", path: `${at}/interview`, allow: drafting, audit: "interview", object, page: interview },
  {
    method: "POST",
    path: `${at}/interview`,
    allow: drafting,
    audit: "interview-submitted",
    object,
    page: submitInterview,
  },
  {
    method: "GET",
    path: `${at}/interview/print`,
    allow: whoMay("print-interview"),
    audit: "interview-print",
    object,
    page: printInterview,
  },
  {
    method: "GET",
    path: `${at}/interview/section/:section`,
    allow: drafting,
    audit: "interview-section",
    object: isTheirSection,
    page: interviewSection,
  },
  {
    method: "POST",
    path: `${at}/interview/section/:section`,
    allow: drafting,
    audit: "interview-section-saved",
    object: isTheirSection,
    page: saveSection,
  },
  { method: "GET", path: `${at}/review`, allow: whoMay("sign-off"), audit: "review", object, page: review },
  {
    method: "POST",
    path: `${at}/review`,
    allow: whoMay("sign-off"),
    audit: "reviewed",
    object,
    page: decideReview,
  },
  {
    method: "GET",
    path: `${at}/booking.ics`,
    allow: whoMay("print-interview"),
    audit: "booking",
    object,
    page: booking,
  },
];
