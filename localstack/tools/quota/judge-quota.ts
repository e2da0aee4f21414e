import { deadlineKeepers } from "../../../infra/functions.ts";

/** What an account has and wants: of Lambda's concurrency, and of SES's mails. */
export type Quota = {
  concurrent: number;
  unreserved: number;
  mailsASecond: number;
  mailsADay: number;
};

/** Lambda refuses a reserve that would leave the account's other functions fewer. */
const LEFT_TO_OTHERS = 100;
/** Every authority's mails of one minute in the morning go in one; the sandbox has one a second and 200 a day. */
const MAILS_A_SECOND = 14;
const MAILS_A_DAY = 10_000;

export type Judged = { lines: string[]; fits: boolean };

/** Whether a reserve for each function that keeps deadlines fits into the account, and whether its mails do. */
export const judgeQuota = (quota: Quota, wanted: { reserve: number; authorities: number }): Judged => {
  const { concurrent, unreserved, mailsASecond, mailsADay } = quota;
  const taken = wanted.reserve * deadlineKeepers.length * wanted.authorities;
  const left = unreserved - taken;
  const reserveFits = taken === 0 || left >= LEFT_TO_OTHERS;
  const mailsFit = mailsASecond >= MAILS_A_SECOND && mailsADay >= MAILS_A_DAY;
  return {
    fits: reserveFits && mailsFit,
    lines: [
      `Lambda: ${concurrent} at once in this account and region, ${unreserved} of them not reserved.`,
      `A reserve of ${wanted.reserve} for ${deadlineKeepers.join(", ")} of ${wanted.authorities} ${wanted.authorities === 1 ? "authority" : "authorities"} takes ${taken} and leaves ${left}: ${
        reserveFits ? "it fits." : `Lambda wants ${LEFT_TO_OTHERS} left. Ask for a higher quota first.`
      }`,
      `SES: ${mailsASecond} mails a second, ${mailsADay} a day: ${
        mailsFit
          ? "enough."
          : `ask for production access, at least ${MAILS_A_SECOND} a second and ${MAILS_A_DAY} a day.`
      }`,
    ],
  };
};
