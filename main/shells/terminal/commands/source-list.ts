import { command } from '../command.ts'
import { table } from '../table.ts'
import { whole } from '../words.ts'

export const sourceList = command({
  name: 'source list',
  usage: '',
  summary: 'Where postings come from, and how each source is.',
  options: {},
  words: { least: 0, most: 0, what: 'no words' },
  prepare:
    () =>
    async ({ ask }) => {
      const sources = await ask('sources.list', {})
      return {
        json: sources.map(source => ({
          id: source.id,
          kind: source.kind,
          label: source.label,
          config: source.config,
          enabled: source.enabled,
          priority: source.priority,
          state: source.state,
          health: source.health,
          open_postings: source.openPostings,
          last_success_at: source.lastSuccessAt,
          last_error: source.lastError,
        })),
        lines:
          sources.length === 0
            ? ['There are no sources yet. Choose some in the app, under Sources.']
            : table(sources, [
                { head: 'Source', of: ({ label }) => label, most: 40 },
                { head: 'Kind', of: ({ kind }) => kind },
                { head: 'State', of: ({ state }) => state },
                { head: 'Open', of: ({ openPostings }) => whole(openPostings), right: true },
                { head: 'Health', of: ({ health }) => health, most: 80 },
              ]),
      }
    },
})
