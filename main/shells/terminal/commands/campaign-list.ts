import { command } from '../command.ts'
import { table } from '../table.ts'
import { whole } from '../words.ts'

export const campaignList = command({
  name: 'campaign list',
  usage: '',
  summary: 'The campaigns with their numbers.',
  options: {},
  words: { least: 0, most: 0, what: 'no words' },
  prepare:
    () =>
    async ({ ask }) => {
      const campaigns = await ask('campaigns.list', {})
      return {
        json: campaigns.map(({ id, draft, state, found, matches, bestScore, sources, nextRunAt }) => ({
          id,
          ...draft,
          state,
          found,
          matches,
          best_score: bestScore,
          sources: sources.map(source => source.label),
          next_run_at: nextRunAt,
        })),
        lines:
          campaigns.length === 0
            ? ['There are no campaigns yet. Make one: rolecall campaign add --name NAME --query WORDS']
            : table(campaigns, [
                { head: 'Campaign', of: ({ draft }) => draft.name },
                { head: 'State', of: ({ state }) => state },
                { head: 'Found', of: ({ found }) => whole(found), right: true },
                { head: 'Matches', of: ({ matches }) => whole(matches), right: true },
                { head: 'Best', of: ({ bestScore }) => bestScore?.toFixed(1) ?? '–', right: true },
                { head: 'Sources', of: ({ sources }) => sources.map(source => source.label).join(', ') },
              ]),
      }
    },
})
