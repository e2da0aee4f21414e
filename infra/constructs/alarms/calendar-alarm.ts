import { Duration } from "aws-cdk-lib/core";
import type { AlarmBell } from "./alarm-bell.ts";
import { ownMetric } from "./own-metric.ts";

/** send-digest looks once a day whether the vendored bank holidays end within six months. */
export const ringForCalendar = (bell: AlarmBell, authority: string): void => {
  bell.ring("BankHolidaysEnd", {
    metric: ownMetric("BankHolidaysEnd", authority, Duration.days(1)),
    atLeast: 1,
    hurt: "The list of bank holidays ends within six months; past it a limit in working days may come a day early",
    act: "Add the new dates of www.gov.uk/bank-holidays.json to functions/domain/calendar/bank-holidays.json and deploy",
  });
};
