import { labelFields } from "./fields.ts";
import { headed, listed } from "./notation.ts";

const when = "(When|Date|Time|Date Time|Time Date)";
const at = "(Date|Time|Date Time|Time Date)";
const grade = "Risk (|Level|Grading|Grade|Rating|Assessment|Assessment Level)";
const talk =
  "(Prevention Interview|Prevention Visit|Safe and Well|Safe and Well Check|Safe and Well Interview|Safe and Well Visit|Vulnerability Interview|Vulnerability Visit|Police Debrief|Debrief)";

const written = `
  kind: (Report|Notification|Record|Event|Episode) Type, Type of (Report|Notification)
  status: (|Report|Current|Episode|Missing|Misper|Person|Case) Status, Outcome, State
  reference: (COMPACT|Misper|Missing Person) (Ref|No|Ref No|ID|Report No|Report Ref), MP (Ref|No),
    Missing (Ref|Report No|Report Ref), Case (Ref|No|Ref No|ID), Episode (Ref|No), Report Ref
  incidentNumber: Police Log (|No), Incident (|No|Ref|Log|Log No), STORM (|No|Ref|Log), CAD (|No|Ref),
    Occurrence (|No|Ref), Log (No|Ref)
  policePersonId: (|Police) Nominal, Nominal (No|Ref|ID|URN), (|Person) URN, (|Police) Person ID, Person Ref, PNC ID, PNCID,
    Niche (Nominal|Person ID)
  name: (Subject|Missing Person) Name, Name of (Child|Missing Person)
  forenames: Forename, Forenames, Forename and Middle Names, (First|Given) (Name|Names), Christian Name,
    Forename (1|2|3), Middle (Name|Names), Second (Forename|Name)
  surname: Surname, (Last|Family) Name
  knownAs: (|Also) Known As, AKA, Alias, Aliases, Preferred Name, Nickname
  dateOfBirth: (DOB|Date of Birth) (|Age), D.O.B., Born, Birth Date, Date Born
  age: (|Current) Age, Age at Time of Report, Age in Years
  sex: Sex, Gender, Sex Gender
  ethnicity: Ethnicity, Ethnic (Appearance|Origin|Group), (Self|Officer) Defined Ethnicity
  homeAddress: (Home|Current|Usual|Residential|Normal) Address, Home Addr
  missingFromAddress: Missing From (|Address), MF (Address|Location), (Address|Location|Place) Missing From
  school: School (|Name|Attended), Name of School, Education Provider, College, School (or|) College
  phone: (Phone|Mobile|Mobile Phone) (|No), (Telephone|Contact) No, Mobile Telephone, Phone of Child
  careStatus: (LAC|Looked After|Care|CLA) Status, LAC, CIC, CLA, Looked After (|Child), (Child|) In Care, Child Looked After
  careLeaver: Care Leaver
  placingAuthority: (Placing|Responsible) (Authority|Local Authority|LA), (Home|Accommodating) Authority
  placementType: Placement, Placement Type, Type of (Placement|Residence), (Residence|Accommodation) Type, Residence
  socialWorker: (|Allocated) (Social Worker|SW), Social Worker Name, Name of Social Worker
  childProtectionPlan: (Subject to|Subject to a|On|On a|) (CP Plan|Child Protection Plan), CPP, CP Status
  risk: (|Police|Overall|Assessed) ${grade}, Risk (Status|Category|Classification), Level of Risk, Grading,
    Risk Assessed As, Risk (|Grading|Level) at Time of Report
  risk wins: (Current|New|Revised|Latest|Updated|Reviewed|Present|Amended) ${grade},
    Risk Now, Risk (Changed|Increased|Raised|Reduced|Lowered) To
  risk yields: (Initial|First) ${grade}
  previousRisk: (Previous|Original|Old|Former|Prior) ${grade}
  missingSince: ${when} (Missing|Missing Since|Went Missing), (Missing|Missing Since|MF) ${at}, Missing From Date Time,
    Missing Since, Went Missing, Absent Since
  missingSince yields: (|${when}) Last Seen, Last Seen (On|${at})
  reportedAt: (|${when}) Reported (|to Police|Missing), Reported (At|On|Missing At), ${when} of Report, Reported ${at},
    Report Date Time
  foundAt: (|${when}) (Found|Located|Traced), (Found|Located|Traced|TL) ${at}, (Found|Located|Traced) On
  returnedAt: (|${when}) Returned (|Home|to Placement), Returned (At|On|Home At), ${when} of Return,
    (Return|Returned) ${at}
  foundLocation: (Found|Located|Traced) At, (Found|Traced|TL) (Location|Address|Place),
    (Location|Place|Where|Address) (Found|Located|Traced)
  foundBy: (Found|Located|Traced) By, Who Found
  returnMethod: (Method|Manner|Circumstances|Means) of Return, Return Method, How (Returned|Found|Located)
  harm: Harm, Harm Suffered, Any Harm Suffered, Suffered Harm, Harm (Whilst|While) Missing, Harm or Crime, Victim of Crime,
    Injuries
  preventionInterview: ${talk} (|Completed|Done)
  preventionInterviewAt: ${talk} (Date|Date Time), Date of ${talk}
  preventionInterviewOfficer: ${talk} (Officer|By|Completed By), Debriefing Officer
  preventionInterviewSummary: ${talk} (Summary|Details|Reason Not Done|Reason Not Completed),
    Reason (|${talk}) Not (Done|Completed)
  circumstances: (|Brief|Summary of) Circumstances, Circumstances (of Disappearance|of Missing Episode|Missing), Summary,
    (Reason|Reasons) for Concern
  warnings: Warnings, Warning (Marker|Markers|Signals), Flags, Markers, Vulnerability, Vulnerabilities,
    (Risk|Vulnerability) Factors, Risk Flags, PNC Warnings
  marker: (|Risk of) (CSE|CCE), (CSE|CCE) (Risk|Risk Level), CSE/CCE, CRE, County Lines, NRM, NRM Referral (|Made), Trafficked,
    Modern Slavery, Exploitation, At Risk of Exploitation, Gangs, Self Harm, Suicidal, Suicide Risk, Risk of Suicide, Drugs,
    Mental Health, Medical (|Conditions|Needs), Medication Required, Pregnant, Diabetic, Domestic (Abuse|Violence), DV,
    In Hospital, On (Remand|Bail), Police Investigation, Missing from Education, (Refused|Refusing) to Return
  officer: OIC, Officer in (|the) Case, (|Investigating|Reporting|Case) Officer, Officer Dealing
  collarNumber: (|OIC|Officer) Collar No, Collar, (PC|Officer|Warrant|Shoulder) No
  station: (|Police|Officer) Station, Station Division, LPU, Division, BCU, Neighbourhood Team
  formNote: (|Security) Classification, GSC, GSCP, Protective Marking, Handling, Last (Updated|Update)

  kind yields: Notification, Type, Kind
  reference yields: Reference, Ref No, Report No, Our Ref, Police Ref, Police Ref No
  name yields: (|Full) Name, Child, Young Person, Missing Person
  homeAddress yields: Address
  missingFromAddress yields: Last Seen (Location|At), Location Last Seen
  school yields: Education
  careStatus yields: Legal Status
  placingAuthority yields: Local Authority
  foundBy yields: (Returned|Brought Back) By
  circumstances yields: Details
`;

/** Compared without case, punctuation, bold, "of", "and" or a possessive subject such as "Child's". */
export const labels = listed(labelFields, written);

/** Which of two labels of one field wins; 1 unless listed. Equal ones that differ are a conflict. */
export const precedence: Readonly<Record<string, number>> = Object.fromEntries(
  headed(labelFields, written)
    .filter(({ mark }) => mark)
    .flatMap(({ mark, wordings }) => wordings.map((label) => [label, mark === "wins" ? 3 : 0])),
);
