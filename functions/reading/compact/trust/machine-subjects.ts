// "Out of Office Hours Missing Person Report" is a report: where no colon follows, the words have to be all there is.
const vacation =
  /^(?:(?:automatic reply|auto-?reply|vacation reply)\b|(?:auto(?:matic)?[- ]?response|auto|out of (?:the )?office(?: auto-?reply)?|on (?:annual )?leave|annual leave)(?:\s*:|\s+re\s*:|\s*$))/i;
const vacationAtEnd = /\((?:out of (?:the )?office|automatic reply|auto-?reply)\)\s*$/i;
const bounced =
  /^(?:undeliver(?:able|ed)|delivery (?:status notification|failure|has failed|delayed)|mail delivery (?:failed|failure|subsystem)|message delivery delayed|returned mail|failure notice|warning: could not send)\b/i;
// Not "FW:": whoever forwards a vacation notice is a person.
const before = /^\s*(?:(?:re|external|official|official-sensitive)\s*:|\[[^\]]{1,40}\])\s*/i;

/** A subject longer than a line of a mail says nothing more. */
const bare = (subject: string): string => {
  let rest = subject.slice(0, 1_000);
  while (before.test(rest)) rest = rest.replace(before, "");
  return rest;
};

export const isVacationSubject = (subject: string): boolean => {
  const rest = bare(subject);
  return vacation.test(rest) || vacationAtEnd.test(rest);
};

export const isBounceSubject = (subject: string): boolean => bounced.test(bare(subject));
