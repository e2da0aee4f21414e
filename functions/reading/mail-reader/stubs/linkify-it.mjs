// mailparser configures its link finder on loading and, with `skipTextToHtml`, never uses it.
const linkify = {
  re: {},
  tlds: () => linkify,
  add: () => linkify,
  set: () => linkify,
  pretest: () => false,
  match: () => null,
};
export default () => linkify;
