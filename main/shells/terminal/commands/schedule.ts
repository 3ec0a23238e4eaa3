import { refuse } from '../../../contract/errors.ts'
import type { ScheduleEntry, SlotView } from '../../../contract/schedule.ts'
import { command } from '../command.ts'
import { table } from '../table.ts'

const KINDS = { ingestion: 'Collect', briefing: 'Morning briefing', summary: 'Evening summary' } as const
const RESTING = {
  all_paused: 'paused',
  campaign_paused: 'its campaign is paused',
  no_sources: 'it has no source',
} as const
const OUTCOMES = {
  started: 'in time',
  caught_up: 'caught up',
  joined: 'joined a run',
  skipped: 'skipped',
  missed: 'missed',
} as const

const HANDLED = 10

const nameOf = ({ kind, campaignName }: Pick<ScheduleEntry, 'kind' | 'campaignName'>): string =>
  campaignName ?? KINDS[kind]

/** A local time without its seconds: 2026-03-02 04:00. */
const local = (iso: string, zone: string): string =>
  new Date(iso).toLocaleString('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })

const lastText = (last: SlotView | null): string =>
  last === null ? '' : `${last.slot.replace('T', ' ')} ${OUTCOMES[last.outcome]}`

export const schedule = command({
  name: 'schedule',
  usage: '[pause | resume]',
  summary: 'What comes next by itself and what was handled last; pauses and resumes it.',
  options: {},
  words: { least: 0, most: 1, what: 'pause, resume or nothing' },
  prepare: (_values, [word]) => {
    if (word !== undefined && word !== 'pause' && word !== 'resume')
      refuse('bad_input', `rolecall schedule takes pause, resume or nothing, not "${word}".`)
    return async ({ ask }) => {
      if (word !== undefined) await ask('settings.update', { schedulePaused: word === 'pause' })
      const view = await ask('schedule.get', {})
      const handled = await ask('schedule.slots', { limit: HANDLED })
      const { paused, zone, entries, next } = view
      const state = paused
        ? 'Paused. Go on with: rolecall schedule resume'
        : next === null
          ? 'Nothing comes by itself.'
          : `Next: ${nameOf(next)}, ${local(next.at, zone)}`
      return {
        json: { ...view, handled },
        lines: [
          `${state} (${zone}; while Rolecall is open)`,
          ...(entries.length === 0 ? [] : ['']),
          ...table(entries, [
            { head: 'What', of: entry => nameOf(entry) },
            { head: 'When', of: ({ words }) => words },
            {
              head: 'Next',
              of: ({ nextAt, resting }) =>
                nextAt === null ? (resting === null ? '–' : RESTING[resting]) : local(nextAt, zone),
            },
            { head: 'Last', of: ({ last }) => lastText(last) },
          ]),
          ...(handled.length === 0 ? [] : ['']),
          ...table(handled, [
            { head: 'Handled', of: ({ slot }) => slot.replace('T', ' ') },
            { head: 'What', of: entry => nameOf(entry) },
            { head: 'Outcome', of: ({ outcome }) => OUTCOMES[outcome] },
            { head: 'Note', of: ({ note }) => note ?? '', most: 80 },
          ]),
        ],
      }
    }
  },
})
