import type { Session } from "../core/ports/sessions.ts";
import { type Answer, shown } from "../core/web/answer.ts";
import type { StaffVisit } from "../core/web/visit.ts";
import { button } from "../html/govuk/button.ts";
import { type Html, html, render } from "../html/html.ts";
import { type LayoutProps, layout } from "../html/layout.ts";
import type { Console } from "./console.ts";

export type PageProps = Pick<LayoutProps, "title" | "isRefused" | "beforeContent" | "content"> & {
  status?: number;
};

const sections = [{ text: "Work", href: "/work" }];

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
  shown(render(layout({ ...common(console), ...props })), props.status);

/** A page for somebody signed in. */
export const staffPage = (
  props: PageProps,
  visit: Pick<StaffVisit, "session" | "path">,
  console: Pick<Console, "profile" | "styles">,
): Answer => {
  const { session, path } = visit;
  const navigation = sections.map((item) => ({
    ...item,
    current: path === item.href,
    active: path.startsWith(`${item.href}/`),
  }));
  const account = { name: session.staff.name, signOut: signOut(session) };
  return shown(render(layout({ ...common(console), navigation, account, ...props })), props.status);
};
