import { useQuery } from '@tanstack/react-query'
import { CalendarClock, Pause, Play } from 'lucide-react'
import { Link } from 'react-router'
import type { ScheduleView } from '../../../../main/contract/schedule.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { useSettings } from '../../app/use-settings.ts'
import { Button } from '../../ui/button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { useNow } from '../../ui/when.tsx'
import { RunsTabs } from '../runs/runs-tabs.tsx'
import { setSchedulePaused } from './schedule-acts.ts'
import { ScheduleLineRow } from './schedule-line.tsx'
import { campaignLines, settingLines } from './schedule-lines.ts'
import { nextLine } from './schedule-words.ts'
import { SlotsSection } from './slots-section.tsx'

/** `/schedule`: what Rolecall does by itself, when it comes next, and what became of the times before. */
export function SchedulePage() {
  const { data, error, refetch } = useQuery(ask('schedule', 'get', {}))
  const paused = data?.paused ?? false
  return (
    <Page
      title="Schedule"
      action={
        data ? (
          <Button
            icon={paused ? Play : Pause}
            look={paused ? 'primary' : 'plain'}
            onClick={() => void setSchedulePaused(!paused)}
          >
            {paused ? 'Resume the schedule' : 'Pause the schedule'}
          </Button>
        ) : undefined
      }
    >
      <RunsTabs />
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={6} label="Loading the schedule" /> : null}
      {data ? <Schedule schedule={data} /> : null}
    </Page>
  )
}

function Schedule({ schedule }: { schedule: ScheduleView }) {
  const { data: settings } = useSettings()
  const { data: campaigns } = useQuery(ask('campaigns', 'list', {}))
  return (
    <div className="flex flex-col gap-4">
      <NextUp schedule={schedule} />
      <Section
        title="Common times"
        lead={`By the clock of this computer (${schedule.zone}). What a sleeping or closed computer missed is caught up once.`}
      >
        {settings ? (
          <ul aria-label="Times of the settings" className="divide-y divide-line">
            {settingLines(settings, schedule.entries).map(line => (
              <ScheduleLineRow key={line.key} line={line} settings={settings} />
            ))}
          </ul>
        ) : (
          <SkeletonRows rows={3} label="Loading the times" />
        )}
      </Section>
      <Section title="Campaigns" lead="Each runs at the common time, at times of its own, or by hand only.">
        {settings && campaigns ? (
          campaigns.length === 0 ? (
            <p className="text-sm text-ink-2">
              There is no campaign yet.{' '}
              <Link to="/campaigns/new" className="text-link">
                Create a campaign
              </Link>{' '}
              and it runs by itself.
            </p>
          ) : (
            <ul aria-label="Times of campaigns" className="divide-y divide-line">
              {campaignLines(campaigns, schedule.entries).map(line => (
                <ScheduleLineRow key={line.key} line={line} settings={settings} campaigns={campaigns} />
              ))}
            </ul>
          )
        ) : (
          <SkeletonRows rows={3} label="Loading the campaigns" />
        )}
      </Section>
      <SlotsSection />
    </div>
  )
}

/** One line that says what is next, or that nothing is. */
function NextUp({ schedule }: { schedule: ScheduleView }) {
  const now = useNow()
  const line = nextLine(schedule, now)
  const Icon = schedule.paused ? Pause : CalendarClock
  return (
    <p
      role="status"
      className={`flex items-start gap-2.5 rounded border px-4 py-3 text-lg ${schedule.paused ? 'border-warn bg-warn-soft' : 'border-line bg-surface'}`}
    >
      <Icon
        aria-hidden
        className={`mt-0.5 size-5 shrink-0 ${schedule.paused ? 'text-warn' : 'text-accent'}`}
        strokeWidth={1.75}
      />
      <span className="min-w-0">
        {schedule.paused ? (
          'The schedule is paused: nothing begins by itself until you resume it.'
        ) : line === null ? (
          'Nothing comes by itself: all times are off, or what has them rests.'
        ) : (
          <>
            <span className="text-ink-2">Next:</span> <span className="font-semibold">{line}</span>
          </>
        )}
      </span>
    </p>
  )
}
