/**
 * Words that keep a report of an ending from being applied before a person has read it. Compared without case,
 * punctuation and accents; each stands for itself, anywhere in what the writer says. "…" stands for up to four words.
 */
export type EndingWords = {
  /** It says or may say that the child is still missing, or that the report is not to be believed. */
  contrary: readonly string[];
  /** As `contrary`, but only alone on a line, in a field, in brackets, or before or behind a dash or colon of a title. */
  contraryAlone: readonly string[];
  /** The child is dead, or a body was found. */
  deceased: readonly string[];
  /** In a subject or a title: the mail is about a report, and is none. */
  administrative: readonly string[];
  /** What a force's own words for cancelling a record look like; only beside `cancelled` they are no contradiction. */
  ofCancelling: readonly string[];
  /** Harmless uses of the words above: left out before anything is looked for. */
  harmless: readonly string[];
};

export type EndingSense = keyof EndingWords;

/** One after another, for there are many: with commas between. */
const said = (phrases: string): string[] =>
  phrases.split(",").map((phrase) => phrase.trim().replace(/\s+/g, " "));

const each = (firsts: readonly string[], seconds: readonly string[]): string[] =>
  firsts.flatMap((first) => seconds.map((second) => `${first} ${second}`.trim()));

const back = said(`
    found, located, traced, returned, recovered, come back, come home, came back, turned up, back, back home,
    home, at home, arrived, arrived home
  `);
const been = said(`
    been found, been located, been traced, been recovered, been returned, been seen, been sighted
  `);
const negatives = said(`
    not, not yet, never, hasnt, havent, isnt, wasnt, hasnt yet, yet to be, not actually, not in fact, not now,
    still not, not since
  `);
const again = said(`
    missing, gone, went, out, off, left, ran away, run away, gone missing, went missing, walked out, reported
    missing, absent, disappeared
  `);
const off = said(`
    made off, makes off, making off, make off, run off, ran off, runs off, running off, run away, ran away, runs
    away, walked off, walked out, taken off, took off, decamped, did a runner, gone off, absconded, absconds,
    absconding, abscond, re absconded, reabsconded, escaped, fled, slipped out, slipped away, evaded, has since
    left, have since left, since left, left before officers, left before police, left before staff, gone before
    officers, gone before police, gone before staff, gone when officers, gone when police, gone when staff, gone
    on arrival, given us the slip, given staff the slip, lost sight, whereabouts lost
  `);
const unsure = said(`
    possibly, believed, believed to be, may have been, might have been, may be, might be, thought, thought to
    be, allegedly, unconfirmed as
  `);

const contrary = [
  ...each(
    said(`
    still, remains, remain, remaining, is still, currently
  `),
    said(`
    missing, outstanding, absent, at large, unaccounted for, being sought, wanted missing, unlocated, untraced
  `),
  ),
  ...each(
    ["still"],
    said(`
    looking for, searching, searching for, away, out, not, a missing person, to be found, to be located, to be
    traced
  `),
  ),
  ...said(`
    is missing, is now missing, is gone, is out, unlocated, untraced, unaccounted for, whereabouts unknown,
    whereabouts not known, whereabouts are unknown, whereabouts are not known, outstanding, no trace of, no
    trace, no sign of, no sighting, no sightings, continue to look, continue the search, search continues,
    searches continue, searches ongoing, enquiries to locate, wanted missing
  `),
  ...each(negatives, [...back, ...been]),
  ...each(
    said(`
    has not, have not, had not, did not, does not, didnt, doesnt, failed to, refuses to, yet to, due to
  `),
    said(`
    return, come back, come home, arrive, show up, turn up
  `),
  ),
  "not come",
  "didnt come",
  "failed to return",
  "nowhere to be found",
  ...each(
    again,
    said(`
    again, once more, once again
  `),
  ),
  ...said(`
    again missing, again absent, has again gone, again gone, second time missing, missing since, new absence
  `).filter((one) => one !== "missing since"),
  ...off,
  ...each(
    unsure,
    said(`
    found, located, traced, returned, back, home, safe
  `),
  ),
  ...said(`
    sighting only, only a sighting, just a sighting, a sighting only, possible sighting, unconfirmed sighting,
    sighting not confirmed, sighting unconfirmed, sighted only, reported sighting, unconfirmed, not confirmed,
    not yet confirmed, not verified, unverified, yet to be confirmed, yet to be verified, awaiting confirmation,
    awaiting verification, to be verified, not seen by police, not seen by officers, not been seen by, not
    sighted
  `),
  ...said(`
    in error, by mistake, by accident, mistake, a mistake, mistakenly, mistaken, mistaken identity, erroneous,
    erroneously, wrongly, incorrect, incorrectly, is wrong, was wrong, prematurely, premature, wrong child,
    wrong person, wrong girl, wrong boy, wrong record, wrong report, wrong reference, not the missing, not the
    child, not the girl, not the boy, not the person, not the right, not our, not her, not him, not them, turned
    out to be someone, turned out not to be, a different child, a different girl, a different boy, a different
    person, a different young person, someone else, somebody else, false report, false alarm, hoax, untrue, not
    true, not correct, not accurate, inaccurate
  `),
  ...said(`
    disregard, disregarded, ignore, ignored, recall this, recall the, recall message, recall of, like to recall,
    wish to recall, been recalled, is recalled, was recalled, now recalled, recalls the, recalls this, message
    recall, report recalled, notification recalled, withdrawn, withdraw, withdrawing, retract, retracted,
    retraction, void, voided, rescinded, revoked report, invalid, not valid, no longer valid, do not action, not
    to be actioned, take no action, do not close, do not stand down, do not update, do not use, please delete,
    please cancel this, cancel the found, cancel this found, found report cancelled, cancellation of found,
    reopen, re open, reopened, re opened, reinstate, reinstated, case remains open, remains open, still open,
    not closed, not resolved
  `),
  ...said(`
    exercise only, exercise exercise, training exercise, this is an exercise, for exercise, part of an exercise,
    exercise play, exercise message, exercise inject, training only, for training, training purposes, training
    record, training report, training message, training example, training scenario, this is training, this is a
    training, for demonstration, demonstration only, example only, an example, example report, example of,
    sample report, sample only, sample data, this is a test, test only, test message, test report, test record,
    test email, test mail, a test of, testing only, dummy report, dummy data, dummy record, fictitious,
    fictional, not a real, not real, no real, simulated, simulation, scenario only, template only
  `),
];

const contraryAlone = said(`
    void, recall, recalled, exercise, training, test, testing, example, sample, error, draft, dummy, demo,
    demonstration, outstanding, missing, sighting, unknown whereabouts, ignore, correction, query, absent
  `).filter((word) => word !== "missing" && word !== "absent");

/** Said on the telephone, at the roadside and in a hurry. */
const spoken = [
  ...each(
    said(`
    gone, went, left, ran, run, legged it, slipped, out, off, awol, missing, away, walked, bolted, disappeared,
    vanished, climbed
  `),
    ["… again"],
  ),
  ...said(`
    legged it, leg it, did one, done one, done a bunk, did a bunk, awol, scarpered, bolted, ran from, run from,
    runs from, got away, done a disappearing act, has disappeared, vanished, jumped out, climbed out, slipped
    her, slipped his, slipped their, we lost her, we lost him, have lost her whereabouts, officers lost her,
    officers lost him, staff lost her, staff lost him
  `),
  ...each(
    said(`
    straight, went, gone, went straight, ran, headed
  `),
    ["back out"],
  ),
  ...said(`
    gone by the time, left by the time, not there when, no longer there, no longer at the, not with us, no
    longer with, nobody there, no one there
  `),
  ...said(`
    wrong one, wrong kid, wrong lad, wrong lass, wrong way round, mixed up, mix up, turns out it was, turned out
    it was, turns out to be, was in fact her, was in fact his, was actually her, was actually his, whereabouts
    remain, whereabouts currently, whereabouts still, whereabouts are currently, whereabouts are still,
    whereabouts unconfirmed
  `),
  ...each(
    said(`
    didnt, did not, not, never, hasnt, has not, havent
  `),
    said(`
    make it back, made it back, make it home, made it home, made it, got back, got home, gone home, go home,
    went home, go back, gone back, get back, get home, reach the placement, reach home, shown up, appeared
  `),
  ),
  ...each(
    said(`
    trying, still trying, attempting, attempts, efforts, working
  `),
    said(`
    to find, to locate, to trace
  `),
  ),
  ...said(`
    looking for her, looking for him, looking for them, looked for, being sought, to be checked, needs checking,
    thinks he saw, thinks she saw, thought he saw, thought she saw, believes he saw, believes she saw, may have
    seen, might have seen, could be her, could be him, matching her description, matching his description
  `),
  ...said(`
    too early, sent in haste, jumped the gun, wait for confirmation, await confirmation, until confirmed, until
    we confirm, pending confirmation, not yet been confirmed, needs confirming, please hold, on hold, hold off
  `),
  ...each(
    said(`
    do not, dont, not to be, should not be, please do not, cannot be, must not be
  `),
    said(`
    treat, treated, treated as, record, recorded as, rely on, relied on, act on this report, process, apply,
    mark as found, marked as found, log as found, closed, regarded as, taken as, believed
  `),
  ),
  ...each(
    ["should have", "should"],
    said(`
    gone out as, been a missing, read missing, say missing, read not, say not, not have been, not have gone
  `),
  ),
  ...said(`
    accidentally, unintentionally, concerns another, meant for another, for another force, kindly delete, bin
    this, bin that, scrap that, scrap this, strike that, forget that, forget this, sorry about that, please
    amend, amend to missing, back to missing, set to missing, change to missing, reverted to missing, as missing
    not found, remain as missing, remains as missing, stay as missing, keep open, keep the case open, leave open
  `),
  ...said(`
    practice run, practise run, practice only, dry run, drill, tabletop exercise, table top exercise, live
    exercise, test of, test run, no child involved, no real child, not a live, demo record, demo only, demo
    data, role play
  `),
  ...said(`
    eyes on her, eyes on him, nobody has seen, no one has seen, nobody has spoken to, no one has spoken to, not
    been spoken to, not yet spoken to, phone only, by phone only, phone contact only, spoken to on the phone,
    spoken to by phone, spoken to over the phone, say where she is, say where he is, say where they are, refused
    to come with, would not come with, had to leave her, had to leave him, not returned to
  `),
];

/** Doubt about who it is, whether anybody saw the child, and where the case stands. */
const doubts = [
  ...each(
    said(`
    leaving, lost, found, seen, walking, headed
  `),
    ["… again"],
  ),
  ...said(`
    gave … the slip, driven off, drove off, let go, been let go, sped off, got off, not been back, never came
    in, never came back, never came home, never came, never got there, never got home, never returned
  `),
  ...each(
    said(`
    address, bed, room, house, flat
  `),
    said(`
    empty, was empty, is empty, was found empty, found empty
  `),
  ),
  ...each(
    said(`
    search, searches, searching, enquiries to find
  `),
    said(`
    ongoing, is ongoing, are ongoing, continues, continue, for her, for him
  `),
  ),
  ...each(
    ["identity", "identification"],
    said(`
    uncertain, not certain, is not certain, unconfirmed, not confirmed, in doubt, to be confirmed, … uncertain,
    not established, unknown
  `),
  ),
  ...each(
    said(`
    cannot, cant, could not, couldnt, unable to, not able to, yet to
  `),
    said(`
    confirm, verify, establish, say for certain, be sure
  `),
  ),
  ...said(`
    uncertain, unclear whether, unclear if, not sure if, not sure it, not sure whether, not clear whether, not
    clear if, not certain, to confirm it is, to confirm identity, confirm that it is, says otherwise, say
    otherwise, show otherwise, shows otherwise, suggest otherwise, suggests otherwise, told otherwise
  `),
  ...said(`
    en route to, on route to, on their way to confirm, will not let us see, not let us see, wont let us see,
    until seen, until she is seen, until he is seen, until she has been seen, until he has been seen, no police
    contact, no contact with her, no contact with him, according to a text, text only, sighting by, sighting
    from, sighting of, another sighting
  `),
  ...said(`
    error, errors, was false, is false, were false, proved false, false location, false address, false name, misidentification, misidentified, misidentify, mistook, mistaken for, nobody by that,
    no one by that, left without her, left without him, would not open, wouldnt open, has been missing since,
    not the misper, not … misper, not a find, not a found, not at the address, not at address, not at that
    address, not in the property, not in her room, not in his room, not present, no reply at, no answer at, not
    be closing, not closing, not be closed, to remain open, remain open, stay open, stays open, revert,
    reverted, reverting, as missing, still treated, cancel the cancellation, cancel that, cancel the below,
    cancel the above, wrong, training aid, training material, as a training, for practice, dummy entry, dummy
  `),
];

const dead = said(`
    murder, homicide, the remains, remains are, remains believed, suspicious death, death certificate, took her
    life, took his life, took their life, ended her life, ended his life, ended their life, cpr, resuscitation,
    resuscitate, unresponsive, her passing, his passing, their passing, perished, formally identified, formal
    identification, deceased, died, dies, is dead, was dead, found dead, dead, death, sudden death, fatal,
    fatally, fatality, body found, body was found, body has been found, body located, body recovered, body has
    been recovered, body discovered, a body, the body of, body of, body believed to be, human remains, remains
    found, remains were found, coroner, coroners, life extinct, pronounced life extinct, pronounced dead,
    declared dead, passed away, lifeless, no signs of life, post mortem, postmortem, mortuary, killed, murdered,
    drowned, found hanged, took her own life, took his own life, took their own life, taken her own life, taken
    his own life, suspected suicide, completed suicide, could not be resuscitated, not survived, did not
    survive, unsurvivable, next of kin informed of death
  `);

const administrative = said(`
    reminder, gentle reminder, booking, booked, booking confirmation, appointment, minutes, minutes of, agenda,
    invitation, invite, calendar, strategy meeting, strategy discussion, meeting, teleconference, past episode,
    previous episode, query about, query re, query regarding, question about, question re, enquiry about,
    request for information, information request, subject access, invoice, chaser, chasing, overdue, outstanding
    interview, return interview, return home interview, rhi, independent return interview, feedback on, survey,
    newsletter, rota, statistics, monthly report, weekly report, quarterly report, monthly figures, annual
    report, exercise, training, audit, dip sample, complaint, policy, protocol review
  `);

/** Whose death or which thing's end it is, where that is not the child. */
const others = said(`
    mother, father, mum, dad, nan, nana, gran, grandmother, grandfather, grandad, grandparent, brother, sister,
    uncle, aunt, auntie, cousin, friend, friends, boyfriend, girlfriend, dog, cat, pet, phone, mobile, battery,
    handset, laptop, tablet, parents, stepfather, stepmother, carer, neighbour, teacher
  `);

const harmless = [
  ...each(
    others,
    said(`
    died, had died, has died, was dead, is dead, had just died, recently died, passed away, dying
  `),
  ),
  ...each(
    said(`
    no, nothing, not any, any, without, all
  `),
    ["outstanding"],
  ),
  ...each(
    ["outstanding"],
    said(`
    enquiries, actions, offences, offence, warrants, warrant, matters, issues, tasks, intelligence, work, items,
    statement, statements, bail
  `),
  ),
  ...each(
    said(`
    enquiries, actions, matters
  `),
    ["outstanding"],
  ),
  ...said(`
    no longer missing, not missing, no mistake, make no mistake, dead battery, dead phone, dead end, deadline,
    flat battery, scared to death, worried to death, battery dead, body worn, body cam, body camera, football
    training, in training, training course, training session, exercise class, exercise book, not in error, no
    error, not seriously, test results, school test, driving test, pregnancy test, drug test, covid test, not at
    home at, not home when, did not return calls, does not return calls
  `),
];

export const endingWords: EndingWords = {
  contrary: [...new Set([...contrary, ...spoken, ...doubts])],
  contraryAlone,
  deceased: dead,
  administrative,
  ofCancelling: each(
    said(`
    created, recorded, raised, opened, entered, made, logged, reported, generated, added, reported missing
  `),
    said(`
    in error, by mistake, by accident, mistakenly, erroneously, incorrectly, wrongly
  `),
  ),
  harmless,
};
