import { button } from "../../functions/html/govuk/button.ts";
import { type Html, html, render } from "../../functions/html/html.ts";
import type { Client } from "./directory.ts";

/** Its own plain style: what is signed in to here is not the council's page, and nobody should take it for one. */
const style = html`body{font:19px/1.3 Arial,sans-serif;max-width:34em;margin:2em auto;padding:0 1em}button{font:inherit;display:block;width:100%;text-align:left;padding:.7em 1em;margin:0 0 .6em;border:2px solid #0b0c0c;background:#fff;cursor:pointer}button:focus{outline:3px solid #fd0}small{color:#505a5f}`;

const page = (title: string, content: Html): string =>
  render(
    html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head><body><main><h1>${title}</h1>${content}</main></body></html>`,
  );

export const signInPage = (client: Client, action: string): string =>
  page(
    "Sign in to the lab",
    html`<p>This stands in for the sign-in of ${client.name}. Nobody here is real, and there is no password: choose who you are.</p><form method="post" action="${action}">${client.users.map(
      ({ id, name, does }) =>
        html`<button name="user" value="${id}">${name}<br><small>${does}</small></button>`,
    )}</form>`,
  );

/** The form is the provider's own and asks for a yes. */
export const signOutPage = (form: Html): string =>
  page(
    "Sign out of the lab",
    html`${form}${button({ text: "Sign out", name: "logout", value: "yes", attributes: { form: "op.logoutForm" } })}`,
  );

export const messagePage = (title: string, text: string): string => page(title, html`<p>${text}</p>`);
