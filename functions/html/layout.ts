import { footer } from "./govuk/footer.ts";
import { header } from "./govuk/header.ts";
import { type NavigationItem, serviceNavigation } from "./govuk/service-navigation.ts";
import { skipLink } from "./govuk/skip-link.ts";
import { type Html, html, type Part } from "./html.ts";

export type LayoutProps = {
  /** The page's own, as its heading says it. */
  title: string;
  /** Said first in the window's title where a form was refused: whoever hears the page hears that before all else. */
  isRefused?: boolean | undefined;
  serviceName: string;
  /** Whose service it is. */
  organisation: string;
  /** The style sheet's address. */
  styles: string;
  navigation?: readonly NavigationItem[] | undefined;
  /** Who is signed in, and how they sign out. */
  account?: { name: string; signOut: Html } | undefined;
  /** Back link or breadcrumbs. */
  beforeContent?: Part;
  content: Part;
  footerLinks: readonly { text: string; href: string }[];
};

const account = ({ name, signOut }: NonNullable<LayoutProps["account"]>): Html =>
  html`<div class="govuk-width-container sr-account"><p class="govuk-body-s">Signed in as ${name}</p>${signOut}</div>`;

/** GOV.UK's page template without its script, crown and fonts. */
export const layout = (props: LayoutProps): Html => {
  const { title, serviceName, organisation, navigation } = props;
  return html`<!doctype html>
<html lang="en" class="govuk-template">
<head>
<meta charset="utf-8">
<title>${props.isRefused && "Error: "}${title} – ${serviceName} – ${organisation}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<link rel="stylesheet" href="${props.styles}">
</head>
<body class="govuk-template__body">
${skipLink({ href: "#main-content", text: "Skip to main content" })}
<header class="govuk-template__header">${header({ url: "/", logoText: organisation })}${serviceNavigation({ serviceName, serviceUrl: "/", navigation })}${props.account && account(props.account)}</header>
<div class="govuk-width-container">
${props.beforeContent && html`<nav aria-label="Back">${props.beforeContent}</nav>`}
<main class="govuk-main-wrapper" id="main-content">
${props.content}
</main>
</div>
<footer class="govuk-template__footer">${footer({ meta: { items: props.footerLinks } })}</footer>
</body>
</html>`;
};
