import type { ActionName } from "../../domain/episode/action-names.ts";

export type FieldWords = { label: string; hint?: string; long?: true };
type Words = {
  /** The page's heading, and the link to it. */
  title: string;
  /** What the form says before its first field. */
  lead?: string;
  fields?: Readonly<Record<string, FieldWords>>;
};

const how = { label: "How" } as const;
const why = { label: "Reason", long: true } as const;
const covers = {
  label: "Other episodes of this child that it covers",
  hint: "One reference on each line.",
} as const;
const outcome = { label: "What came of it", long: true } as const;

/** What each form is called, and how it asks. Fields that a form does not word itself are worded in `fieldWords`. */
export const actionWords: Record<ActionName, Words> = {
  allocate: {
    title: "Allocate to a worker",
    fields: {
      worker: { label: "Worker's e-mail address" },
      interviewer: {
        label: "Interviewer's e-mail address",
        hint: "Only where somebody else than the worker holds the return interview.",
      },
      lineManager: { label: "Their line manager's e-mail address" },
      lineManagerRegistered: { label: "Is the line manager a registered social worker?" },
      saferReturns: { label: "Is the interview the Safer Returns Project's?" },
      openCase: { label: "Is there an open case?" },
      absent: {
        label: "Is the worker away?",
        hint: "What they would be sent then goes to whoever is on duty.",
      },
      team: { label: "Team", hint: "Its people may then see and work this episode." },
      deputyFor: {
        label: "E-mail address of the person they stand in for",
        hint: "Only where somebody is away.",
      },
      from: { label: "First day of standing in" },
      until: { label: "Last day of standing in" },
    },
  },
  "worker-carried": {
    title: "Carry the worker of an earlier episode forward",
    fields: {
      worker: { label: "Worker's e-mail address" },
      lineManager: { label: "Their line manager's e-mail address" },
      of: { label: "The earlier episode" },
    },
  },
  "contact-attempt": {
    title: "Record an attempt at contact",
    lead: "Record each attempt by itself, also where nobody answered.",
    fields: { method: how, contact: { label: "Who you tried to reach" }, outcome },
  },
  "contact-made": {
    title: "Record contact made",
    lead: "Somebody was spoken to.",
    fields: {
      contact: { label: "Who you spoke to" },
      method: how,
      information: { label: "Did this conversation give information about the missing episode?" },
    },
  },
  "offer-interview": {
    title: "Record that the interview was offered",
    fields: {
      contact: { label: "Who it was offered to" },
      accepted: { label: "Was it accepted?", hint: "Leave this open while nobody has answered." },
    },
  },
  decline: {
    title: "Record a refusal of the interview",
    fields: {
      by: { label: "Who refused" },
      reason: { label: "Why, in their words", long: true },
      consentRefused: { label: "Was consent refused?" },
    },
  },
  exempt: {
    title: "Record why no interview can be held now",
    fields: { reason: { label: "What keeps it away" }, note: { label: "In your own words", long: true } },
  },
  "exemption-lifted": {
    title: "Record that the interview can be held again",
    fields: { reason: { label: "What changed", long: true } },
  },
  "book-interview": {
    title: "Book the interview",
    fields: {
      for: { label: "When it will be held" },
      place: { label: "Where", hint: "A place that suits the child." },
      chosenBy: { label: "At whose wish it is then" },
    },
  },
  "appointment-missed": {
    title: "Record that an appointment was missed",
    lead: "The interview stands with its limit. Book another.",
    fields: { by: { label: "Who did not come" }, reason: { label: "Why, if known", long: true } },
  },
  "approve-telephone": {
    title: "Approve an interview by telephone",
    lead: "A last resort, for a manager to approve.",
    fields: { attempts: { label: "Which attempts were made to hold it face to face", long: true } },
  },
  "interview-held": {
    title: "Record that the interview was held",
    fields: {
      method: how,
      place: { label: "Where" },
      placeKind: { label: "What kind of place" },
      interviewerFrom: { label: "Which organisation the interviewer is from" },
      wentBecause: { label: "Why the child went, as far as it was said" },
      independent: { label: "Was the interviewer independent?" },
      exceptionalCircumstances: { label: "If not, what were the exceptional circumstances?", long: true },
      reasonLate: {
        label: "If it was late, why?",
        hint: "Needed once the limit has passed.",
        long: true,
      },
      lateBecause: { label: "Which of these comes nearest, if it was late" },
      covers,
    },
  },
  "nil-return": {
    title: "Record a nil return",
    lead: "Nobody could be spoken to, after every attempt the protocol asks for.",
    fields: { reason: why },
  },
  "unable-to-gather-voice": {
    title: "Record: unable to gather child's voice",
    fields: {
      informationFrom: { label: "Who gave information instead" },
      summary: { label: "What they said", long: true },
      reasonLate: {
        label: "If it was late, why?",
        hint: "Needed once the limit has passed.",
        long: true,
      },
    },
  },
  "written-record": {
    title: "Write up the interview",
    fields: { writtenToChild: { label: "Is it written to the child?" } },
  },
  "copy-offered": {
    title: "Record that the child was offered a copy",
    fields: { answer: { label: "What the child answered" } },
  },
  "sign-off": {
    title: "Countersign the record",
    fields: {
      nextSteps: { label: "Next steps", long: true },
      manager: { label: "Name of the manager, if not you" },
    },
  },
  "send-back": {
    title: "Send the record back",
    fields: { reasons: { label: "What has to be changed, and why", long: true } },
  },
  distributed: {
    title: "Record that the report was sent out",
    fields: { to: { label: "Who it was sent to", hint: "One on each line." } },
  },
  toolkit: {
    title: "Record the exploitation toolkit",
    fields: { outcome: { label: "What was done" }, reason: { ...why, hint: "Needed where it was not." } },
  },
  oversight: { title: "Record a manager's oversight", fields: { outcome } },
  "strategy-discussion-held": {
    title: "Record that the strategy discussion was held",
    fields: { chair: { label: "Who chaired it" }, outcome, covers },
  },
  "meeting-held": {
    title: "Record that a meeting was held",
    fields: { meeting: { label: "Which meeting" }, covers },
  },
  "review-held": { title: "Record that a review was held" },
  "report-submitted": {
    title: "Record that the report was submitted",
    fields: { to: { label: "Who it was submitted to" } },
  },
  "referral-made": {
    title: "Record that a referral was made",
    fields: {
      to: { label: "Who the child was referred to" },
      kind: { label: "What kind of referral" },
      reason: why,
    },
  },
  "interview-agreed": {
    title: "Record that we hold the interview for another authority",
    fields: { with: { label: "Who it was agreed with" } },
  },
  "interview-requested": { title: "Ask for an interview", fields: { reason: why } },
  "referral-acknowledged": {
    title: "Record that the referral was acknowledged",
    fields: { interviewer: { label: "Who will hold the interview" } },
  },
  "referral-handed-back": {
    title: "Record that the referral was refused or handed back",
    fields: { reason: why },
  },
  "advocate-offered": {
    title: "Record that an advocate was offered",
    fields: { accepted: { label: "Was it accepted?" } },
  },
  "prevention-visit": {
    title: "Record the police's prevention visit",
    fields: {
      held: { label: "Was it held?" },
      method: how,
      reason: { label: "If not, why the police decided so", long: true },
      concern: { label: "Did it raise a concern?" },
    },
  },
  "safeguarding-decision": {
    title: "Record the safeguarding decision",
    fields: { choice: { label: "What was decided" }, reason: why },
  },
  "abuse-considered": {
    title: "Record that abuse was considered",
    fields: { concern: { label: "Is there a concern?" }, reason: why },
  },
  "raise-concern": {
    title: "Raise a concern",
    fields: {
      concern: { label: "What you are concerned about", long: true },
      aboutCategory: { label: "Is it about the category the police gave the child?" },
    },
  },
  "taken-abroad": {
    title: "Record that the child may be taken abroad",
    fields: { careOrder: { label: "Is there a care order?" }, country: { label: "Country" } },
  },
  "placed-elsewhere": {
    title: "Record that the child lives in another area",
    fields: {
      hostAuthority: { label: "The authority of that area" },
      atRiskOfMissing: { label: "Is the child at risk of going missing?" },
    },
  },
  "authorise-publicity": {
    title: "Authorise publicity",
    fields: {
      serviceDirector: { label: "Service director who agreed" },
      headOfService: { label: "Head of service who agreed" },
    },
  },
  "communications-consulted": {
    title: "Record that communications were consulted",
    fields: { officer: { label: "Officer" } },
  },
  publicity: { title: "Record publicity", fields: { outlet: { label: "Where it was published" } } },
  "letter-drafted": { title: "Record that the letter was drafted" },
  "letter-sent": { title: "Record that the letter was sent" },
  "record-loaded": { title: "Record that the record is in the case file" },
  "police-decision": {
    title: "Record what the police decided",
    fields: { decision: { label: "What they decided" } },
  },
  "threshold-considered": {
    title: "Record that the threshold was considered",
    fields: { outcome, reason: why },
  },
  "found-retracted": {
    title: "Take the return back",
    lead: "For a child who was reported as found and was not. The duties of a missing child are open again; nothing is deleted.",
    fields: { reason: { label: "How you know", long: true } },
  },
  cancel: {
    title: "Cancel the episode",
    lead: "For an episode that never was one. Its duties end; nothing is deleted.",
    fields: { reason: { label: "Why" }, note: { label: "In your own words", long: true } },
  },
  "link-child": {
    title: "Link another episode of the same child",
    lead: "Nothing is merged: both episodes then count when repeats are counted.",
    fields: {
      other: { label: "Reference of the other episode" },
      reason: { label: "How you know that it is the same child", long: true },
    },
  },
  "unlink-child": {
    title: "Take a link to another episode back",
    fields: {
      other: { label: "Reference of the other episode" },
      reason: { label: "How you know that it is another child", long: true },
    },
  },
  note: { title: "Write a note", fields: { text: { label: "Note", long: true } } },
  "duty-done": {
    title: "Record that something else was done",
    fields: { duty: { label: "What it was for" }, outcome, reason: why },
  },
  "fact-recorded": {
    title: "Record what you know",
    lead: "Fill in only what you know. It counts over what the police say. A time found or back is a return: the duties of a missing child end.",
    fields: {
      careStatus: { label: "Is the child looked after?" },
      legalStatus: { label: "Legal status" },
      placingAuthority: { label: "Authority that placed the child" },
      placement: { label: "Where the child lives" },
      placementName: { label: "Name of the placement" },
      accommodation: { label: "Accommodation, in your words" },
      protectionPlan: { label: "Is there a child protection plan?" },
      exploitation: { label: "Is there a concern about exploitation?" },
      trafficking: { label: "Is there a concern about trafficking?" },
      refusesToReturn: { label: "Does the child refuse to return?" },
      whereaboutsKnown: { label: "Is it known where the child is?" },
      missingSince: { label: "Missing since" },
      foundAt: { label: "When the child was found" },
      returnedAt: { label: "When the child was back" },
      ethnicity: { label: "Ethnicity" },
      school: { label: "School" },
      childId: { label: "Our number for the child" },
      upn: { label: "Unique pupil number" },
      contactDetails: { label: "Contact details" },
      reviewingOfficer: { label: "Reviewing officer's e-mail" },
      toldBy: { label: "Who told you" },
    },
  },
  approve: {
    title: "Approve what somebody recorded",
    lead: "Where you do not approve it, withdraw it with your reason.",
    fields: {
      recorded: { label: "What you approve" },
      note: { label: "What you looked at", long: true },
    },
  },
  withdraw: {
    title: "Withdraw what was recorded",
    lead: "It no longer counts, and what it had ended stands again. Nothing is deleted; whoever was told is told.",
    fields: { recorded: { label: "What was recorded by mistake" }, reason: why },
  },
};

/** Concerns are asked about in the same words wherever a form asks. */
const fieldWords: Readonly<Record<string, FieldWords>> = {
  at: {
    label: "When it happened",
    hint: "For example 14 11 2026 at 16 30. Leave all of it empty if it happened just now.",
  },
  reason: why,
  "concerns.exploitation": { label: "Is there a concern about exploitation?" },
  "concerns.safeguarding": { label: "Is there a safeguarding concern?" },
  "concerns.immediate": { label: "Is there an immediate concern?" },
  "concerns.trafficking": { label: "Is there a concern about trafficking?" },
  "concerns.noticedAt": { label: "When the concern was noticed or disclosed" },
  "concerns.summary": { label: "What whoever gets the record has to see first", long: true },
};

export const wordsOf = (action: ActionName, field: string): FieldWords | undefined =>
  actionWords[action].fields?.[field] ?? fieldWords[field];

const said: Readonly<Record<string, string>> = {
  call: "Telephone call",
  text: "Text message",
  "e-mail": "E-mail",
  parent: "Parent",
  provider: "Care provider",
  "social-worker": "Social worker",
  "face-to-face": "Face to face",
  telephone: "By telephone",
  video: "By video",
  "with-family": "Missing with their family",
  "family-case": "A family case",
  "created-in-error": "It was created in error",
  duplicate: "It is a duplicate",
};

/** A choice as a person reads it. */
export const choiceWords = (value: string): string => {
  const plain = value.replaceAll("-", " ");
  return said[value] ?? `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
};

/** What was done, where the form's title asks to do it rather than to record it. */
const done: Partial<Record<ActionName, string>> = {
  allocate: "Allocated to a worker",
  "book-interview": "Interview booked",
  "appointment-missed": "Appointment missed",
  "approve-telephone": "Interview by telephone approved",
  "written-record": "Interview written up",
  "sign-off": "Record countersigned",
  "send-back": "Record sent back",
  "interview-requested": "Interview asked for",
  "raise-concern": "Concern raised",
  "authorise-publicity": "Publicity authorised",
  "found-retracted": "Return taken back",
  cancel: "Episode cancelled",
  "link-child": "Linked to another episode of the same child",
  "unlink-child": "Link to another episode taken back",
  note: "Note",
  "fact-recorded": "What the authority knows",
  approve: "Approved",
  withdraw: "Withdrawn",
};

/** "Record that the interview was held" becomes "Interview was held". */
export const doneWords = (action: ActionName): string =>
  done[action] ?? choiceWords(actionWords[action].title.replace(/^Record(?: that)?:? (?:the |a |an )?/, ""));
