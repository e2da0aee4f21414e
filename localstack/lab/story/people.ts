import type { Role } from "../../../functions/domain/console/may.ts";

export type Person = { name: string; local: string };

/** Whom the lab's sign-in offers where no story says otherwise: a name, and the address's part before the council's domain. */
export const everywhere: Record<Role, Person> = {
  coordinator: { name: "Cora Lane", local: "cora.lane" },
  worker: { name: "Wendy Moss", local: "wendy.moss" },
  manager: { name: "Manny Ford", local: "manny.ford" },
  auditor: { name: "Audrey Quill", local: "audrey.quill" },
};

/** Of a body that acts for an authority. */
export const partnersPeople: Record<Role, Person> = {
  coordinator: { name: "Petra Cole", local: "petra.cole" },
  worker: { name: "Perran Nance", local: "perran.nance" },
  manager: { name: "Priya Dale", local: "priya.dale" },
  auditor: { name: "Paul Webb", local: "paul.webb" },
};

/** One for each team of a profile's. */
export const teamMembers: readonly Person[] = [
  { name: "Tamsin Reed", local: "tamsin.reed" },
  { name: "Toby Vale", local: "toby.vale" },
  { name: "Tess Arden", local: "tess.arden" },
];

/** The people of the stories: whoever signs in as one of them finds what the story allocated to them. */
export const inStories: Readonly<Record<string, Partial<Record<Role, Person>>>> = {
  leicestershire: {
    worker: { name: "Sade Okoro", local: "s.okoro" },
    manager: { name: "Morgan Haines", local: "m.haines" },
  },
  "derby-city": {
    worker: { name: "Jules Marsh", local: "j.marsh" },
    manager: { name: "Pat Adeyemi", local: "p.adeyemi" },
  },
};
