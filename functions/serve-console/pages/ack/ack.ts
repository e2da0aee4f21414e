import { randomUUID } from "node:crypto";
import { linkOf } from "../../../core/links/link.ts";
import { type Answer, seeOther } from "../../../core/web/answer.ts";
import type { Visit } from "../../../core/web/visit.ts";
import { inWords, toInstant } from "../../../domain/calendar/instant.ts";
import { button } from "../../../html/govuk/button.ts";
import { errorSummary } from "../../../html/govuk/error-summary.ts";
import { input } from "../../../html/govuk/input.ts";
import { panel } from "../../../html/govuk/panel.ts";
import { html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { openPage } from "../../frame.ts";
import { notFound } from "../not-found.ts";

/** As long as any name and office are together. */
const MOST = 200;

type Found = { link: string; reference: string; sentAt: string };

const foundBy = async ({ params }: Visit, { links }: Console): Promise<Found | undefined> => {
  const link = linkOf(params.token ?? "");
  const report = link === undefined ? undefined : await links.find(link);
  return link === undefined || !report
    ? undefined
    : { link, reference: report.reference, sentAt: report.sentAt };
};

type Shown = { found: Found; typed?: URLSearchParams; fault?: string };

const page = ({ found, typed, fault }: Shown, visit: Visit, console: Console): Answer => {
  const title = "Confirm that the report arrived";
  const summary =
    fault !== undefined &&
    errorSummary({ titleText: "There is a problem", errorList: [{ text: fault, href: "#who" }] });
  return openPage(
    {
      title,
      isRefused: fault !== undefined,
      content: html`${summary}<h1 class="govuk-heading-l">${title}</h1><p class="govuk-body">${console.profile.name} sent a report by mail under the reference ${found.reference}, ${inWords(toInstant(found.sentAt))}.</p><p class="govuk-body">Confirming tells the council that it arrived, and nothing else. If it is not yours to act on, answer the mail instead.</p><form method="post" action="/ack/${visit.params.token ?? ""}" novalidate><input type="hidden" name="id" value="${typed?.get("id") ?? randomUUID()}">${input(
        {
          name: "who",
          label: { text: "Your name and office", classes: "govuk-label--s" },
          value: typed?.get("who") ?? "",
          autocomplete: "name",
          ...(fault === undefined ? {} : { errorMessage: { text: fault } }),
        },
      )}${button({ text: "Confirm that it arrived" })}</form>`,
    },
    console,
  );
};

const thanks = (console: Console): Answer =>
  openPage(
    {
      title: "Thank you",
      content: html`${panel({ titleText: "Thank you", text: "The council knows that the report arrived." })}<p class="govuk-body">You can close this page.</p>`,
    },
    console,
  );

/** Changes nothing: mail scanners follow every link. */
export const acknowledgement = async (visit: Visit, console: Console): Promise<Answer> => {
  const found = await foundBy(visit, console);
  if (!found) return notFound(visit, undefined, console);
  return visit.query.get("confirmed") === "yes" ? thanks(console) : page({ found }, visit, console);
};

const ID = /^[0-9a-f-]{36}$/;

/** Whoever holds the link may say that the report arrived, and who they are by their own word. */
export const acknowledged = async (visit: Visit, console: Console): Promise<Answer> => {
  const found = await foundBy(visit, console);
  if (!found) return notFound(visit, undefined, console);
  const { form } = visit;
  const saysWho = (form.get("who") ?? "").trim();
  const again = (fault: string): Answer => ({
    ...page({ found, typed: form, fault }, visit, console),
    status: 422,
  });
  if (saysWho === "") return again("Say who you are, so that the council knows whom it reached");
  if (saysWho.length > MOST) return again(`Use no more than ${MOST} characters`);
  const id = ID.test(form.get("id") ?? "") ? (form.get("id") ?? "") : randomUUID();
  await console.links.acknowledge({ link: found.link, id, saysWho });
  return seeOther(`${visit.path}?confirmed=yes`);
};
