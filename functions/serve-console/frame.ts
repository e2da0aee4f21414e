import type { Session } from "../core/ports/sessions.ts";
import { type Answer, shown } from "../core/web/answer.ts";
import type { StaffVisit } from "../core/web/visit.ts";
import { type Deed, may } from "../domain/console/may.ts";
import { button } from "../html/govuk/button.ts";
import { type Html, html, render } from "../html/html.ts";
import { type LayoutProps, layout } from "../html/layout.ts";
import type { Console } from "./console.ts";
import { helpOn } from "./help.ts";

export type PageProps = Pick<LayoutProps, "title" | "isRefused" | "beforeContent" | "content"> & {
  status?: number;
};

/** What the menu leads to, for whom it is. */
const sections: readonly { text: string; href: string; deed: Deed }[] = [
  { text: "Work", href: "/work", deed: "see-list" },
  { text: "Mails that wait", href: "/quarantine", deed: "see-quarantine" },
  { text: "Handover", href: "/handover", deed: "see-handover" },
  { text: "Load", href: "/load", deed: "see-load" },
  { text: "People", href: "/people", deed: "see-people" },
  { text: "Print", href: "/sheet", deed: "print-everything" },
];

/** What every form of ours carries. */
export const csrfField = ({ csrf }: Pick<Session, "csrf">): Html =>
  html`<input type="hidden" name="csrf" value="${csrf}">`;

const signOut = (session: Session): Html =>
  html`<form method="post" action="/sign-out">${csrfField(session)}${button({ text: "Sign out", classes: "govuk-button--secondary sr-account__button" })}</form>`;

const common = ({ profile, styles }: Pick<Console, "profile" | "styles">) => ({
  serviceName: "Safe Return",
  organisation: profile.name,
  styles: styles.path,
  footerLinks: [{ text: "Accessibility statement", href: "/accessibility" }],
});

/** A page for whoever comes by. */
export const openPage = (props: PageProps, console: Pick<Console, "profile" | "styles">): Answer =>
  shown(
    render(layout({ ...common(console), ...props, content: html`${props.content}${helpOn("")}` })),
    props.status,
  );

/** A page for somebody signed in. */
export const staffPage = (
  props: PageProps,
  visit: Pick<StaffVisit, "session" | "path">,
  console: Pick<Console, "profile" | "styles">,
): Answer => {
  const { session, path } = visit;
  const navigation = sections
    .filter(({ deed }) => may(session.staff.roles, deed))
    .map(({ text, href }) => ({
      text,
      href,
      current: path === href,
      active: path.startsWith(`${href}/`),
    }));
  const account = { name: session.staff.name, signOut: signOut(session) };
  const content = html`${props.content}${helpOn(path)}`;
  return shown(render(layout({ ...common(console), navigation, account, ...props, content })), props.status);
};
