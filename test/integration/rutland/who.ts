export const MINA = "MP/26/004102";
export const CERYS = "MP/26/004055";
export const OSCAR_FIRST = "MP/26/004111";
export const OSCAR_SECOND = "MP/26/004119";
export const OSCAR_THIRD = "MP/26/004131";

/** Mina's social worker and her manager, as allocated. */
export const ASHA = "asha@rutland.example";
export const TOM = "tom@rutland.example";

export const DUTY_WORKER = "childrens-duty@rutland.example";
export const SCHOOL_INCLUSION = "school-inclusion@rutland.example";
export const TEAM_MANAGER = "team-manager@rutland.example";
export const SENIOR_MANAGER = "senior-manager@rutland.example";
export const HEAD_OF_SERVICE = "head-of-safeguarding@rutland.example";
/** Two mailboxes, one mail (step 7). */
export const YOUTH_SERVICE = "jules@rutland.gov.uk senior-youth-worker@rutland.example";
export const INTERVIEW_MANAGER = "return-interviews-manager@rutland.example";
export const POLICE = "missing-team@leicestershire-police.example";
export const POLICE_RETURN_INTERVIEWS = "Missingreturninterviews@leicestershire.pnn.police.uk";
