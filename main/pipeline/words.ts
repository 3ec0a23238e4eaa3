import type { RunCounts, RunKind, RunState, RunTrigger } from '../contract/runs.ts'
import type { Step } from '../contract/steps.ts'
import type { SourceOutcome } from './collect-source.ts'

/** The sentences of a run's log. */

export const STEP_WORDS: Readonly<Record<Step, string>> = {
  extract: 'Reading postings',
  normalise: 'Bringing postings into one shape',
  deduplicate: 'Joining postings of one job',
  companies: 'Looking companies up',
  detect: 'Detecting facts',
  enrich: 'Reading by the language model',
  rank: 'Ranking',
  check: 'Checking the data',
  notify: 'Telling of matches',
}

const KIND_WORDS: Record<RunKind, string> = {
  import: 'The import of',
  collect: 'Collecting for',
  rank: 'Ranking all jobs for',
  check: 'Checking the data of',
  notify: 'Telling of matches for',
}

const TRIGGER_WORDS: Record<RunTrigger, string> = {
  you: 'started by you',
  schedule: 'started by the schedule',
  catch_up: 'started late by the schedule',
  resume: 'started by an update of Rolecall',
  retry: 'going on with an earlier run',
}

const whole = (n: number): string => n.toLocaleString('en-GB')
/** `1 new job`, `1,200 new jobs`. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${whole(n)} ${n === 1 ? one : many}`

/** Milliseconds as people say them: 400 ms, 2.5 s, 3 min 5 s. */
export function secondsWords(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`
  return `${Math.floor(milliseconds / 60_000)} min ${Math.floor((milliseconds % 60_000) / 1000)} s`
}

/** How a run begins. */
export const beginWords = (kind: RunKind, label: string, trigger: RunTrigger): string =>
  `${KIND_WORDS[kind]} ${label}, ${TRIGGER_WORDS[trigger]}.`

/** What a run has counted, without what is nothing. */
export function countWords(kind: RunKind, counts: RunCounts): string {
  if (kind === 'rank') return `${count(counts.ranked, 'ranking')} changed.`
  if (kind === 'check') return 'The data were checked.'
  if (kind === 'notify') return `${count(counts.matches, 'match', 'matches')} told.`
  const parts = [
    count(counts.jobs, 'new job'),
    count(counts.postings, 'new posting'),
    ...(counts.merged > 0 ? [`${whole(counts.merged)} joined known jobs`] : []),
    `${whole(counts.unchanged)} unchanged`,
    ...(counts.closed > 0 ? [`${whole(counts.closed)} closed`] : []),
    ...(counts.rejected + counts.unread > 0 ? [`${whole(counts.rejected + counts.unread)} set aside`] : []),
    ...(counts.api_calls > 0
      ? [`${count(counts.api_calls, 'call')}, ${whole(counts.api_errors)} failed`]
      : []),
  ]
  return `${parts.join(', ')}.`
}

/** How a run ends. */
export function endWords(state: RunState, error: string | null, milliseconds: number): string {
  const time = secondsWords(milliseconds)
  if (state === 'succeeded') return `Ended well after ${time}.`
  if (state === 'cancelled') return `Cancelled after ${time}. What was stored before is kept.`
  return `Failed after ${time}. ${error ?? ''}`.trim()
}

/** What became of a source. */
export function sourceWords(label: string, outcome: SourceOutcome): string {
  if (outcome.kind === 'waits') return outcome.message
  if (outcome.kind === 'failed') return `${label} failed. ${outcome.message}`
  const { postings, fresh, unchanged, unread, closed, calls, milliseconds } = outcome.tally
  const parts = [
    count(postings, 'posting'),
    `${whole(fresh)} new or changed`,
    `${whole(unchanged)} unchanged`,
    ...(unread > 0 ? [`${whole(unread)} set aside`] : []),
    ...(closed > 0 ? [`${whole(closed)} closed`] : []),
    count(calls, 'call'),
    secondsWords(milliseconds),
  ]
  return `${label}: ${parts.join(', ')}.`
}
