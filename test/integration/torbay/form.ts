/** The interview's form, but for the observations that the written record is refused without (3.1). */
export const form = {
  interviewer: "A worker trained in return interviews.",
  place: "The library, which he chose.",
  harm: "He was pushed; referred to the Hub.",
  reasons: "Trouble at school; a meeting is set.",
  options: "Whom he can ring before he goes.",
  "staying-safe": "Helpline numbers given.",
  "parent-carer": "His mother was spoken to by herself.",
};
