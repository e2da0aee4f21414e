import { describe, expect, it } from "vitest";
import { openStates } from "../../../localstack/lab/episode/executions.ts";

const entered = (name: string, kind = "Task") =>
  ({ type: `${kind}StateEntered`, stateEnteredEventDetails: { name } }) as const;
const exited = (name: string, kind = "Task") =>
  ({ type: `${kind}StateExited`, stateExitedEventDetails: { name } }) as const;

describe("what an execution waits for", () => {
  it("is the state it entered and has not left", () => {
    const events = [entered("Assess contact"), exited("Assess contact"), entered("Wait for contact")];
    expect(openStates(events as never)).toEqual(["Wait for contact"]);
  });

  it("is one state a branch, without the Parallel around them", () => {
    const events = [
      entered("After the return", "Parallel"),
      entered("Wait for contact"),
      entered("Wait for strategy"),
    ];
    expect(openStates(events as never)).toEqual(["Wait for contact", "Wait for strategy"]);
  });

  it("counts a state that was entered again after it was left", () => {
    const again = [entered("Wait for contact"), exited("Wait for contact"), entered("Wait for contact")];
    expect(openStates(again as never)).toEqual(["Wait for contact"]);
  });

  it("is nothing once all are left", () => {
    expect(openStates([entered("Open the episode"), exited("Open the episode")] as never)).toEqual([]);
  });
});
