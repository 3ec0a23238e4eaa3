import type { RunCounts, RunView } from '../../../../main/contract/runs.ts'

const number = (n: number): string => n.toLocaleString('en')
const amount = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${n === 1 ? one : many}`

/** Rows and postings that were kept out of the way, each with its reason. */
export const setAside = ({ rejected, unread }: RunCounts): number => rejected + unread

/** "12", "12, 2 failed". */
export const callsText = ({ api_calls, api_errors }: RunCounts): string =>
  api_errors === 0 ? number(api_calls) : `${number(api_calls)}, ${number(api_errors)} failed`

/** What a run left in one layer of the data: a figure and the sentence that goes with it. */
export interface Layer {
  key: 'raw' | 'postings' | 'jobs' | 'rankings'
  title: string
  /** What the layer is, in plain words, with its name among people who work with data. */
  hint: string
  value: number
  unit: string
  details: string[]
}

/** The four layers that rows go through, in their order. */
export function layersOf(counts: RunCounts): Layer[] {
  const some = (n: number, words: string) => (n === 0 ? [] : [`${number(n)} ${words}`])
  return [
    {
      key: 'raw',
      title: 'As received',
      hint: 'Every posting as its source sent it, never changed (bronze)',
      value: counts.raw,
      unit: counts.raw === 1 ? 'new raw posting' : 'new raw postings',
      details: [
        ...some(counts.unchanged, 'known already, byte for byte'),
        ...some(counts.rejected, 'refused'),
      ],
    },
    {
      key: 'postings',
      title: 'Postings',
      hint: 'In one shape, whatever the source (silver)',
      value: counts.postings,
      unit: 'new or changed',
      details: [...some(counts.unread, 'could not be read'), ...some(counts.closed, 'closed')],
    },
    {
      key: 'jobs',
      title: 'Jobs',
      hint: 'Postings of one opening joined to one job (gold)',
      value: counts.jobs,
      unit: counts.jobs === 1 ? 'new job' : 'new jobs',
      details: some(counts.merged, 'joined to a job that was there'),
    },
    {
      key: 'rankings',
      title: 'Rankings',
      hint: 'The score of a job for each active campaign (gold)',
      value: counts.ranked,
      unit: counts.ranked === 1 ? 'score written' : 'scores written',
      details: [
        ...some(
          counts.matches,
          counts.matches === 1 ? 'match among the new jobs' : 'matches among the new jobs',
        ),
        ...some(
          counts.notified,
          counts.notified === 1 ? 'notification of matches' : 'notifications of matches',
        ),
      ],
    },
  ]
}

/** "12 of 14 runs succeeded, 2 failed; 340 new jobs, 3.4 s on average.": the chart in a sentence. */
export function barsSentence(
  bars: readonly { state: RunView['state']; newJobs: number; milliseconds: number }[],
  duration: (milliseconds: number) => string,
): string {
  if (bars.length === 0) return ''
  const good = bars.filter(bar => bar.state === 'succeeded').length
  const failed = bars.filter(bar => bar.state === 'failed').length
  const jobs = bars.reduce((sum, bar) => sum + bar.newJobs, 0)
  const time = bars.reduce((sum, bar) => sum + bar.milliseconds, 0) / bars.length
  const how =
    good === bars.length
      ? `All of the last ${number(bars.length)} runs succeeded`
      : `${number(good)} of the last ${amount(bars.length, 'run')} succeeded${failed > 0 ? `, ${number(failed)} failed` : ''}`
  return bars.length === 1
    ? `The one run ${good === 1 ? 'succeeded' : 'did not succeed'}; it brought ${amount(jobs, 'new job')} and took ${duration(time)}.`
    : `${how}. They brought ${amount(jobs, 'new job')} and took ${duration(time)} on average.`
}
