import { campaignNamed } from '../campaigns.ts'
import { command } from '../command.ts'
import { runAll } from './run.ts'

export const rank = command({
  name: 'rank',
  usage: '[--campaign NAME]',
  summary: 'Ranks all known jobs again for a campaign; without a name, for all active ones.',
  options: { campaign: { type: 'string' } },
  words: { least: 0, most: 0, what: 'no words' },
  prepare:
    ({ campaign }) =>
    async session => {
      if (campaign !== undefined) return runAll(session, [await campaignNamed(session, campaign)], 'rank')
      const campaigns = (await session.ask('campaigns.list', {})).filter(({ state }) => state === 'active')
      if (campaigns.length > 0) return runAll(session, campaigns, 'rank')
      return { json: [], lines: ['There are no active campaigns.'] }
    },
})
