import { randomUUID } from 'node:crypto'
import type { Added } from '../../../contract/by-hand.ts'
import { Refusal, refuse } from '../../../contract/errors.ts'
import { campaignNamed } from '../campaigns.ts'
import { command } from '../command.ts'

export const addUrl = command({
  name: 'add-url',
  usage: 'URL [--campaign NAME] [--company NAME]',
  summary:
    'Fetches the page of a posting, if its site allows it, and adds the job. --company is used when the page does not name it.',
  options: { campaign: { type: 'string' }, company: { type: 'string' } },
  words: { least: 1, most: 1, what: 'one web address' },
  prepare:
    ({ campaign, company = null }, [url = '']) =>
    async session => {
      const campaignId = campaign === undefined ? null : (await campaignNamed(session, campaign)).id
      const requestId = randomUUID()
      const answer = session.ask('postings.addUrl', { url, campaignId, company, requestId })
      // What had ended already cannot be cancelled, which is as good.
      const cancel = () => void session.ask('postings.cancelAdd', { requestId }).catch(() => {})
      const added = await session.cancellable(answer, cancel).catch(explained)
      const { jobs, how, notes } = added
      return {
        json: { jobs: jobs.map(({ jobId: id, ...job }) => ({ id, ...job })), how, notes },
        lines: linesOf(added),
      }
    },
})

/** The same refusal with what to type. */
function explained(error: unknown): never {
  if (error instanceof Refusal && error.error.code === 'posting_incomplete')
    return refuse('posting_incomplete', `${error.error.message} Name it: --company NAME`)
  throw error
}

/** What became of it, for people. */
export function linesOf({ jobs, notes }: Pick<Added, 'jobs' | 'notes'>): string[] {
  return [
    ...jobs.map(
      ({ jobId, title, company, known }) =>
        `${known ? 'Known' : 'Added'}: ${title}, ${company} (job ${jobId})`,
    ),
    ...notes.map(note => `  ${note}`),
  ]
}
