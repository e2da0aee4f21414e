import type { ActionName } from "../episode/action-names.ts";

export const roles = ["coordinator", "worker", "manager", "auditor"] as const;
export type Role = (typeof roles)[number];

/** What somebody does in the console beside recording actions. */
export const deeds = [
  "see-list",
  "export-list",
  "see-load",
  "see-episode",
  "see-told",
  "print-interview",
  "draft-interview",
  "see-quarantine",
  "decide-quarantine",
  "see-handover",
  "write-handover",
  "take-handover",
  "see-people",
  "change-people",
  "print-everything",
] as const;
export type Deed = (typeof deeds)[number] | ActionName;

const everyone = ["coordinator", "worker", "manager", "auditor"] as const;
const office = ["coordinator", "manager"] as const;
const staff = ["coordinator", "worker", "manager"] as const;

/** At least one: what nobody may do has no page. */
export type Roles = readonly [Role, ...Role[]];

/** Who may do what. One that has no row does not compile; auditors read, and do nothing. */
const allowed: Record<Deed, Roles> = {
  "see-list": everyone,
  "export-list": everyone,
  "see-load": ["coordinator", "manager", "auditor"],
  "see-episode": everyone,
  "see-told": ["coordinator", "manager", "auditor"],
  "print-interview": staff,
  "draft-interview": ["worker", "manager"],
  "see-quarantine": ["coordinator", "manager", "auditor"],
  "decide-quarantine": office,
  "see-handover": ["coordinator", "manager", "auditor"],
  "write-handover": office,
  "take-handover": office,
  "see-people": ["coordinator", "manager", "auditor"],
  "change-people": ["manager"],
  "print-everything": office,

  allocate: office,
  "worker-carried": office,
  "contact-attempt": staff,
  "contact-made": staff,
  "offer-interview": staff,
  decline: staff,
  exempt: staff,
  "exemption-lifted": office,
  "book-interview": staff,
  "approve-telephone": ["manager"],
  "interview-held": staff,
  "nil-return": staff,
  "unable-to-gather-voice": staff,
  "written-record": ["worker", "manager"],
  "copy-offered": staff,
  "sign-off": ["manager"],
  "send-back": ["manager"],
  distributed: office,
  toolkit: staff,
  oversight: ["manager"],
  "strategy-discussion-held": staff,
  "meeting-held": staff,
  "review-held": staff,
  "report-submitted": staff,
  "referral-made": staff,
  "interview-agreed": office,
  "interview-requested": ["manager"],
  "referral-acknowledged": staff,
  "referral-handed-back": staff,
  "advocate-offered": staff,
  "prevention-visit": staff,
  "safeguarding-decision": staff,
  "abuse-considered": staff,
  "raise-concern": staff,
  "taken-abroad": staff,
  "placed-elsewhere": staff,
  "authorise-publicity": ["manager"],
  "communications-consulted": office,
  publicity: office,
  "letter-drafted": staff,
  "letter-sent": staff,
  "record-loaded": staff,
  "police-decision": office,
  "threshold-considered": staff,
  "found-retracted": office,
  cancel: office,
  "link-child": office,
  "unlink-child": office,
  note: staff,
  "duty-done": staff,
  "fact-recorded": staff,
  approve: ["manager"],
  withdraw: staff,
};

const isDeed = (deed: string): deed is Deed => Object.hasOwn(allowed, deed);

/** Denied is whatever no row allows, and whoever holds no role of the console's. */
export const may = (held: readonly string[], deed: string): boolean =>
  isDeed(deed) && allowed[deed].some((role) => held.includes(role));

/** The roles that could do it: who has to be asked instead. */
export const whoMay = (deed: Deed): Roles => allowed[deed];
