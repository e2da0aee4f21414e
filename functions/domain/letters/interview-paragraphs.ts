import { inWords, toInstant } from "../calendar/instant.ts";
import { immediateConcern } from "../duty/concern.ts";
import type { Context } from "../duty/context.ts";
import { html } from "./html.ts";
import type { Paragraph } from "./letter.ts";

/** The return interview as it is distributed: immediate concerns first, then the form's sections. */
export const interviewParagraphs = ({ episode, profile }: Context): Paragraph[] => {
  const concern = immediateConcern(episode);
  const held = episode.actions.findLast((a) => a.type === "interview-held");
  const record = episode.actions.findLast((a) => a.type === "written-record");
  const signedOff = episode.actions.findLast((a) => a.type === "sign-off");
  const sections = (record?.data.sections ?? {}) as Record<string, string>;
  return [
    ...(concern
      ? [{ heading: "IMMEDIATE CONCERNS", lines: [concern] }]
      : [{ heading: "Immediate concerns", lines: ["None flagged."] }]),
    ...(held
      ? [
          {
            heading: "Interview",
            lines: [`Held ${inWords(toInstant(held.at))}, ${String(held.data.method).replaceAll("-", " ")}`],
          },
        ]
      : []),
    ...profile.form.flatMap(({ id, title }) => {
      const text = sections[id];
      return text ? [{ heading: `${id}. ${title}`, lines: text.split("\n") }] : [];
    }),
    ...(signedOff ? [{ heading: "Next steps agreed", lines: [String(signedOff.data.nextSteps)] }] : []),
  ];
};

/** The copy that prints well. */
export const interviewAttachment = (context: Context) => ({
  filename: "return-interview.html",
  contentType: "text/html",
  content: html(`Return interview – ${context.episode.reference}`, interviewParagraphs(context)),
});
