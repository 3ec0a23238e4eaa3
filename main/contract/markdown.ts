/** Deeper quotes, lists and brackets than anybody writes: taking them apart could not end. */
const NESTED = /^(?:[ \t]*(?:>|[-*+]|\d+[.)])){40}|[[*_~`(]{200}/m
/** Letters of a text from which on its marks are left as they were typed; no letter and no résumé comes near. */
const LONGEST = 30_000
/** A line under a heading; the time to read Markdown grows with the square of their number. */
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t\r]*$/gm
const MOST_UNDERLINES = 300

/** Whether a Markdown text could not be taken apart in a moment, so that it is shown and written as it was typed. */
export const isPastMarkdown = (text: string): boolean =>
  text.length >= LONGEST || NESTED.test(text) || (text.match(UNDERLINE)?.length ?? 0) > MOST_UNDERLINES
