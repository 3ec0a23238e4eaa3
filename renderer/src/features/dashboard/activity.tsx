import { lazy, type ReactNode, Suspense, useRef } from 'react'
import type { ActivityDay, DashboardView } from '../../../../main/contract/shapes.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useWidthInRem } from '../../ui/media.ts'
import { Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { exactText } from '../../ui/when-text.ts'
import { activitySentence } from './activity-text.ts'
import { byWeek } from './activity-weeks.ts'
import { inRangeText, type Range } from './dashboard-view.ts'

// The chart library is larger than the rest of the page; the numbers do not wait for it.
const DayBars = lazy(async () => ({ default: (await import('../../charts/day-bars.tsx')).DayBars }))

const FOUND = [{ key: 'found', label: 'Found', colour: 'var(--chart-1)' }]
const DECIDED = [
  { key: 'applied', label: 'Applied', colour: 'var(--chart-2)' },
  { key: 'approved', label: 'Approved', colour: 'var(--chart-3)' },
  { key: 'rejected', label: 'Rejected', colour: 'var(--chart-4)' },
]
const ANSWERED = [
  { key: 'interview', label: 'Interviews', colour: 'var(--chart-1)' },
  { key: 'offer', label: 'Offers', colour: 'var(--chart-2)' },
]
/** From this width on, in rem, the charts stand beside each other. */
const BESIDE = 60

const number = (label: string) => ({ label, number: true as const })

/**
 * What happened per day, or per week of a year: found above, decided below and what came of it, because they differ by
 * a factor of a hundred.
 */
export function Activity({
  days,
  totals,
  range,
  action,
}: {
  days: readonly ActivityDay[]
  totals: DashboardView['inRange']
  range: Range
  action?: ReactNode
}) {
  const weeks = range === 'year'
  const rows = weeks ? byWeek(days) : days
  const per = weeks ? 'per week' : 'per day'
  const box = useRef<HTMLDivElement>(null)
  const beside = useWidthInRem(box) >= BESIDE
  const charts = [
    { title: `jobs ${per}`, series: FOUND },
    { title: `decisions ${per}`, series: DECIDED },
    ...(totals.interview + totals.offer > 0 ? [{ title: `answers ${per}`, series: ANSWERED }] : []),
  ]
  return (
    <Section
      title="Activity"
      lead={`${activitySentence(days, totals, inRangeText(range), new Date())} n = ${totals.found.toLocaleString('en')}`}
      action={action}
      className="h-full"
    >
      <div
        ref={box}
        className={beside ? 'grid auto-cols-fr grid-flow-col gap-6' : 'flex min-h-72 flex-col gap-2'}
      >
        <Suspense fallback={<Skeleton className="h-72 w-full" />}>
          {charts.map(({ title, series }, index) => (
            <DayBars
              key={title}
              title={title}
              rows={rows}
              series={series}
              showDays={beside || index === charts.length - 1}
              weeks={weeks}
            />
          ))}
        </Suspense>
      </div>
      <Disclosure label="Show as a table">
        <Table
          caption={`Activity ${per}, newest first`}
          className="max-h-80 overflow-y-auto"
          head={[
            weeks ? 'Week from' : 'Day',
            ...['Found', 'Approved', 'Rejected', 'Applied', 'Interviews', 'Offers'].map(number),
          ]}
        >
          {rows.toReversed().map(day => (
            <tr key={day.day}>
              <Cell heading>{exactText(day.day)}</Cell>
              {[day.found, day.approved, day.rejected, day.applied, day.interview, day.offer].map(
                (value, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
                  <Cell key={index} number>
                    {value.toLocaleString('en')}
                  </Cell>
                ),
              )}
            </tr>
          ))}
        </Table>
      </Disclosure>
    </Section>
  )
}
