/** What a mail is written of: facts only, so that the same facts give the same mail at every try. */

/** A job as a message shows it. */
export interface JobLine {
  title: string
  company: string
  /** Empty: not stated. */
  place: string
  /** As the posting states it; empty: it does not. */
  pay: string
  /** 0–100. */
  score: number
  /** One sentence; empty: nothing could be compared. */
  why: string
  /** The posting's own page, https or http; null: it has none. */
  url: string | null
  /** Found since the message before. */
  fresh: boolean
  /** Whose score it is; empty: of no campaign. */
  campaign: string
}

export interface BriefingContent {
  kind: 'briefing'
  /** The local day, YYYY-MM-DD. */
  day: string
  /** The best first, at most five. */
  jobs: JobLine[]
  /** Matches found since the day before. */
  matches: number
  interviews: string[]
  followUps: number
}

export interface SummaryContent {
  kind: 'summary'
  /** The local day, YYYY-MM-DD. */
  day: string
  found: number
  matches: number
  /** Jobs that came to another status. */
  moved: number
  applied: number
  interviews: number
  followUps: number
  runs: number
  failedRuns: number
  /** The best that was found on the day and waits; null: none. */
  best: JobLine | null
}

export interface MatchContent {
  kind: 'match'
  campaign: string
  count: number
  /** The best first, at most ten. */
  jobs: JobLine[]
}

/** Everything else: what a notification says, and a few facts beneath it. */
export interface PlainContent {
  kind: 'plain'
  facts: { label: string; value: string }[]
  url: string | null
}

export type MailContent = BriefingContent | SummaryContent | MatchContent | PlainContent
