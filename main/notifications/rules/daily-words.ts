import type { BriefingContent, SummaryContent } from './content.ts'
import { count, line, whole } from './messages/texts.ts'

/** What a message of the day says as a notification. `empty`: there is nothing to say. */
export interface DailySaid {
  title: string
  body: string
  target: string
  empty: boolean
}

export function briefingSays({ jobs, interviews, followUps, matches }: BriefingContent): DailySaid {
  const [best] = jobs
  const parts = [
    ...(best ? [`Best: ${line(best.title, 80)} at ${line(best.company, 60)}`] : []),
    ...(interviews.length > 0 ? [`${count(interviews.length, 'interview')} today`] : []),
    ...(followUps > 0 ? [`${count(followUps, 'follow-up')} due`] : []),
    ...(matches > jobs.length ? [`${count(matches, 'new match', 'new matches')}`] : []),
  ]
  return {
    title: best
      ? `Morning briefing: ${count(jobs.length, 'job')} worth a look, best ${whole(best.score)}`
      : parts.length > 0
        ? 'Morning briefing: what is on today'
        : 'Morning briefing: nothing new today',
    body: parts.length > 0 ? parts.join('. ') : 'No job waits, and nothing is due.',
    target: best ? '/jobs' : '/',
    empty: parts.length === 0,
  }
}

export function summarySays(content: SummaryContent): DailySaid {
  const { found, matches, moved, applied, interviews, followUps, runs, failedRuns } = content
  const parts = [
    ...(moved > 0 ? [`${count(moved, 'job')} moved`] : []),
    ...(applied > 0 ? [`${count(applied, 'application')} sent`] : []),
    ...(interviews > 0 ? [count(interviews, 'interview')] : []),
    ...(followUps > 0 ? [`${count(followUps, 'follow-up')} due`] : []),
    ...(runs > 0 ? [count(runs, 'run')] : []),
    ...(failedRuns > 0 ? [`${whole(failedRuns)} failed`] : []),
  ]
  return {
    title: `Today: ${count(found, 'new job')}, ${count(matches, 'match', 'matches')}`,
    body: parts.length > 0 ? parts.join(', ') : 'Nothing was moved, and no run took place.',
    target: '/',
    empty: found === 0 && matches === 0 && parts.length === 0,
  }
}
