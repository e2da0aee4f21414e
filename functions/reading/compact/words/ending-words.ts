import { listed } from "./notation.ts";

export const endingSenses = [
  /** It says or may say that the child is still missing, or that the report is not to be believed. */
  "contrary",
  /** As `contrary`, but only alone on a line, in a field, in brackets, or before or behind a dash or colon of a title. */
  "contraryAlone",
  /** The child is dead, or a body was found. */
  "deceased",
  /** In a subject or a title: the mail is about a report, and is none. */
  "administrative",
  /** What a force's own words for cancelling a record look like; only beside `cancelled` they are no contradiction. */
  "ofCancelling",
  /** Harmless uses of the words above: left out before anything is looked for. */
  "harmless",
] as const;

export type EndingSense = (typeof endingSenses)[number];
export type EndingWords = Readonly<Record<EndingSense, readonly string[]>>;

const back =
  "(found|located|traced|returned|recovered|come back|come home|came back|turned up|back|back home|home|at home|arrived|arrived home|been found|been located|been traced|been recovered|been returned|been seen|been sighted)";
const gone =
  "(missing|gone|went|out|off|left|ran|run|ran away|run away|gone missing|went missing|walked|walked out|reported missing|absent|disappeared)";
const fled = "(legged it|slipped|awol|away|bolted|vanished|climbed|leaving|lost|found|seen|walking|headed)";
/** Whose death or which thing's end it is, where that is not the child. */
const others =
  "(mother|father|mum|dad|nan|nana|gran|grandmother|grandfather|grandad|grandparent|brother|sister|uncle|aunt|auntie|cousin|friend|friends|boyfriend|girlfriend|dog|cat|pet|phone|mobile|battery|handset|laptop|tablet|parents|stepfather|stepmother|carer|neighbour|teacher)";

/** What a child or a parent takes or has wrongly: no report is one, and none goes by it. */
const ofNoReport =
  "(train|tram|bus|coach|taxi|cab|ferry|platform|stop|bus stop|line|route|road|turn|turning|turn off|exit|entrance|door|gate|floor|day|week|weekend|lesson|class|classroom|team|crowd|shoes|coat|jacket|bag|key|keys|ticket|ticket type|password|charger|bedtime|pick up|pick up point)";
/** No officer calls himself so: it is told of a search that was, and not of one that goes on. */
const whoever = "(anybody|anyone|nobody|people|everybody|everyone|somebody|someone|so many people)";

/**
 * Words that keep a report of an ending from being applied before a person has read it. Compared without case,
 * punctuation and accents; each stands for itself, anywhere in what the writer says. "…" stands for up to four words.
 */
export const endingWords: EndingWords = listed(
  endingSenses,
  `
  contrary missing:
    (still|remains|remain|remaining|is still|currently) (missing|outstanding|absent|at large|unaccounted for|being
    sought|wanted missing|unlocated|untraced),
    still (looking for|searching|searching for|away|out|not|a missing person|to be found|to be located|to be traced),
    is (missing|now missing|gone|out), unlocated, untraced, unaccounted for, outstanding, wanted missing, being sought,
    whereabouts (|are) (unknown|not known), whereabouts (remain|currently|still|are currently|are still|unconfirmed|lost),
    no (trace|trace of|sign of|sighting|sightings), continue to look, continue the search, search continues,
    (search|searches|searching|enquiries to find) (ongoing|is ongoing|are ongoing|continues|continue|for her|for him),
    enquiries to locate, (trying|still trying|attempting|attempts|efforts|working) to (find|locate|trace),
    looking for (her|him|them), looked for, has been missing since, new absence, second time missing
  contrary unreturned:
    (not|not yet|never|hasnt|havent|isnt|wasnt|hasnt yet|yet to be|not actually|not in fact|not now|still not|not
    since) ${back},
    (has not|have not|had not|did not|does not|didnt|doesnt|failed to|refuses to|yet to|due to) (return|come back|come
    home|arrive|show up|turn up),
    (didnt|did not|not|never|hasnt|has not|havent) (make it back|made it back|make it home|made it home|made it|got
    back|got home|gone home|go home|went home|go back|gone back|get back|get home|reach the placement|reach home|shown
    up|appeared),
    not come, didnt come, failed to return, nowhere to be found, not been back, not returned to, never (came|came
    in|came back|came home|got there|got home|returned), (refused to|would not) come with, had to leave (her|him),
    left without (her|him)
  contrary again:
    ${gone} (again|once more|once again), ${gone} … again, ${fled} … again, (|has) again gone, again (missing|absent)
  contrary fled:
    made off, makes off, making off, make off, run off, ran off, runs off, running off, run away, ran away, runs away,
    walked off, walked out, taken off, took off, driven off, drove off, sped off, got off, got away, gone off,
    decamped, did a runner, absconded, absconds, absconding, abscond, re absconded, reabsconded, escaped, fled, evaded,
    slipped (out|away|her|his|their), (has|have|) since left, (left|gone) before (officers|police|staff),
    gone when (officers|police|staff), gone on arrival, (gone|left) by the time, given (us|staff) the slip,
    gave … the slip, let go, been let go, lost sight, legged it, leg it, did one, done one, (done|did) a bunk, awol,
    scarpered, bolted, ran from, run from, runs from, done a disappearing act, has disappeared, vanished, jumped out,
    climbed out, we lost (her|him), (officers|staff) lost (her|him), have lost her whereabouts,
    (straight|went|gone|went straight|ran|headed) back out
  contrary absent:
    not there when, no longer (there|at the|with), not with us, nobody there, no one there, not present,
    (address|bed|room|house|flat) (|was|is|was found|found) empty, not (at|at the|at that) address,
    not in (the property|her room|his room), no (reply|answer) at, nobody by that, no one by that,
    would not open, wouldnt open
  contrary unsure:
    (possibly|believed|believed to be|may have been|might have been|may be|might be|thought|thought to be|allegedly|
    unconfirmed as) (found|located|traced|returned|back|home|safe),
    sighting (only|not confirmed|unconfirmed|by|from|of), a sighting only, (only|just) a sighting,
    (possible|unconfirmed|reported|another) sighting, sighted only, not sighted, (may|might) have seen,
    (thinks|thought|believes) (she|he) saw, could be (her|him), matching (her|his) description,
    not seen by (police|officers), not been seen by, eyes on (her|him), (nobody|no one) has (seen|spoken to),
    not been spoken to, not yet spoken to, (|by) phone only, phone contact only, spoken to (by|on the|over the) phone,
    say where (she is|he is|they are), (will not|not|wont) let us see, until seen, until (she|he) (is|has been) seen,
    no police contact, no contact with (her|him), according to a text, text only
  contrary unconfirmed:
    unconfirmed, not confirmed, not yet confirmed, not yet been confirmed, not verified, unverified, to be verified,
    yet to be (confirmed|verified), awaiting (confirmation|verification), (wait for|await|pending) confirmation,
    until confirmed, until we confirm, needs (confirming|checking), to be checked, please hold, on hold, hold off,
    (cannot|cant|could not|couldnt|unable to|not able to|yet to) (confirm|verify|establish|say for certain|be sure),
    (identity|identification) (uncertain|not certain|is not certain|unconfirmed|not confirmed|in doubt|to be
    confirmed|… uncertain|not established|unknown),
    to confirm (it is|identity), confirm that it is, en route to, on route to, on their way to confirm,
    uncertain, not certain, unclear (whether|if), not clear (whether|if), not sure (if|it|whether),
    (says|say|show|shows|suggest|suggests|told) otherwise
  contrary mistaken:
    in error, by mistake, by accident, accidentally, unintentionally, (|a) mistake, mistakenly, mistaken, mistaken identity,
    mistaken for, mistook, misidentification, misidentified, misidentify, erroneous, erroneously, error, errors,
    incorrect, incorrectly, inaccurate, not (true|correct|accurate), untrue, prematurely, premature, too early,
    sent in haste, jumped the gun, wrong, wrongly, (is|was) wrong, wrong (child|person|girl|boy|record|report|reference),
    wrong (one|kid|lad|lass|way round), mixed up, mix up, false (report|alarm|location|address|name), hoax,
    (was|is|were|proved) false, not the (missing|child|girl|boy|person|right|misper), not (our|her|him|them),
    not … misper, not a (find|found), (turns|turned) out it was, turns out to be, turned out to be someone,
    turned out not to be, was (in fact|actually) (her|his), a different (child|girl|boy|person|young person),
    someone else, somebody else, concerns another, meant for another, for another force
  contrary withdrawn:
    disregard, disregarded, ignore, ignored, (like|wish) to recall, recall (this|the|message|of), recalls (this|the),
    (been|is|was|now) recalled, message recall, (report|notification) recalled, withdrawn, withdraw, withdrawing, retract,
    retracted, retraction, void, voided, rescinded, revoked report, invalid, not valid, no longer valid,
    (please|kindly) delete, bin (this|that), scrap (this|that), strike that, forget (this|that), sorry about that,
    please cancel this, cancel (the|this) found, cancel (that|the below|the above|the cancellation),
    found report cancelled, cancellation of found, do not (action|close|stand down|update|use), take no action,
    not to be actioned,
    (do not|dont|not to be|should not be|please do not|cannot be|must not be) (treat|treated|treated as|record|recorded
    as|rely on|relied on|act on this report|process|apply|mark as found|marked as found|log as found|closed|regarded
    as|taken as|believed),
    (should have|should) (gone out as|been a missing|read missing|say missing|read not|say not|not have been|not have gone)
  contrary open:
    reopen, re open, reopened, re opened, reinstate, reinstated, revert, reverted, reverting, (case|) remains open,
    still open, (to|) remain open, stay open, stays open, (keep|leave) open, keep the case open, not closed,
    not (resolved|closing|be closing|be closed), please amend, (amend|back|set|change|reverted) to missing, as missing,
    as missing not found, (remain|remains|stay) as missing, still treated
  contrary unreal:
    exercise (only|exercise|play|message|inject), (training|live|tabletop|table top) exercise, this is an exercise,
    for exercise, part of an exercise, training (only|purposes|record|report|message|example|scenario|aid|material),
    (for|as a) training, this is (|a) training, for demonstration, demonstration only, example (only|report|of),
    an example, sample (report|only|data), this is a test, test (only|message|report|record|email|mail|run|of), a test of,
    testing only, dummy, dummy (report|data|record|entry), fictitious, fictional, not (|a) real, no real, no real child,
    no child involved, not a live, simulated, simulation, scenario only, template only, (practice|practise) run,
    practice only, for practice, dry run, drill, demo (record|only|data), role play

  contraryAlone:
    void, recall, recalled, exercise, training, test, testing, example, sample, error, draft, dummy, demo, demonstration,
    outstanding, sighting, unknown whereabouts, ignore, correction, query

  deceased:
    deceased, died, dies, dead, death, perished, passed away, (her|his|their) passing, (is|was|found|declared|pronounced) dead,
    sudden death, suspicious death, death certificate, fatal, fatally, fatality, (|pronounced) life extinct, lifeless,
    no signs of life, unresponsive, cpr, resuscitation, resuscitate, could not be resuscitated, not survived, did not survive,
    unsurvivable, murder, murdered, homicide, killed, drowned, found hanged, (suspected|completed) suicide,
    (took|taken|ended) (her|his|their) life, (took|taken) (her|his|their) own life,
    a body, (|the) body of, body (found|was found|has been found|located|recovered|has been recovered|discovered|believed to be),
    human remains, the remains, remains (are|believed|found|were found), coroner, coroners, post mortem, postmortem,
    mortuary, formally identified, formal identification, next of kin informed of death

  administrative:
    (|gentle) reminder, booking, booked, booking confirmation, appointment, minutes, minutes of, agenda, invitation, invite,
    calendar, strategy meeting, strategy discussion, meeting, teleconference, (past|previous) episode,
    query (about|re|regarding), question (about|re), enquiry about, request for information, information request,
    subject access, invoice, chaser, chasing, overdue, outstanding interview, (|independent) return interview,
    return home interview, rhi, feedback on, survey, newsletter, rota, statistics, monthly figures,
    (monthly|weekly|quarterly|annual) report, exercise, training, audit, dip sample, complaint, policy, protocol review

  ofCancelling:
    (created|recorded|raised|opened|entered|made|logged|reported|generated|added|reported missing) (in error|by
    mistake|by accident|mistakenly|erroneously|incorrectly|wrongly)

  harmless:
    ${others} (died|had died|has died|was dead|is dead|had just died|recently died|passed away|dying),
    (no|nothing|not any|any|without|all) outstanding, (enquiries|actions|matters) outstanding,
    outstanding (enquiries|actions|offences|offence|warrants|warrant|matters|issues|tasks|intelligence|work|items|
    statement|statements|bail),
    no longer missing, not missing, (no|make no) mistake, dead (battery|phone|end), battery dead, deadline, flat battery,
    (scared|worried) to death, body (worn|cam|camera), football training, in training, training (course|session),
    exercise (class|book), not in error, no error, not seriously, test results, (school|driving|pregnancy|drug|covid) test,
    not at home at, not home when, (did|does) not return calls, wrong ${ofNoReport},
    ${whoever} (was|were|had been|might be|would be) (|out) (looking|searching) for (her|him|them)
`,
);
