import { inWords, toInstant } from "../calendar/instant.ts";
import type { Episode } from "../episode/episode.ts";
import type { ActionEvent } from "../episode/events.ts";
import type { Paragraph } from "./letter.ts";

const line = ({ at, by, type, data }: ActionEvent): string => {
  const outcome = type === "contact-made" ? "spoken to" : (data.outcome ?? "no answer recorded");
  const how = [data.method ?? "contact", "to", data.contact].join(" ").replaceAll("-", " ");
  return `${inWords(toInstant(at))}: ${how}, by ${by}: ${String(outcome)}`;
};

/** Every attempt at contact, and every contact made, in the order they happened (Torbay 1.6). */
export const attemptParagraphs = ({ actions }: Episode): Paragraph[] => {
  const attempts = actions.filter((a) => a.type === "contact-attempt" || a.type === "contact-made");
  const lines = attempts.length > 0 ? attempts.map(line) : ["No attempt is recorded."];
  return [{ heading: "Attempts at contact", lines }];
};
