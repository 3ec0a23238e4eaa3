import { lazy, Suspense } from 'react'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { RadioGroup } from '../../ui/toggles.tsx'
import { exactText } from '../../ui/when-text.ts'
import { type ActivityDay, activitySentence, activityTotals } from './activity-text.ts'

// The chart library is larger than the rest of the page; the numbers do not wait for it.
const DayBars = lazy(async () => ({ default: (await import('../../charts/day-bars.tsx')).DayBars }))

/** The ranges that a person can look at, in days. */
export const RANGES = ['7', '30', '90'] as const
export type Range = (typeof RANGES)[number]

const FOUND = [{ key: 'found', label: 'Found', colour: 'var(--chart-1)' }]
const DECIDED = [
  { key: 'applied', label: 'Applied', colour: 'var(--chart-2)' },
  { key: 'approved', label: 'Approved', colour: 'var(--chart-3)' },
  { key: 'rejected', label: 'Rejected', colour: 'var(--chart-4)' },
]
const number = (label: string) => ({ label, number: true as const })

/** What happened per day: found above, decided below, because the two differ by a factor of a hundred. */
export function Activity({
  days,
  range,
  onRange,
}: {
  days: readonly ActivityDay[]
  range: Range
  onRange: (range: Range) => void
}) {
  const cases = activityTotals(days).found
  return (
    <Section
      title="Activity"
      lead={`${activitySentence(days, new Date())} n = ${cases.toLocaleString('en')}`}
      action={
        <RadioGroup
          label="Days shown"
          hideLabel
          options={RANGES.map(value => ({ value, label: `${value} days` }))}
          value={range}
          onChange={onRange}
        />
      }
    >
      <div className="flex min-h-72 flex-col gap-2">
        <Suspense fallback={<Skeleton className="h-72 w-full" />}>
          <DayBars title="jobs per day" rows={days} series={FOUND} showDays={false} />
          <DayBars title="decisions per day" rows={days} series={DECIDED} showDays />
        </Suspense>
      </div>
      <Disclosure label="Show as a table">
        <Table
          caption="Activity per day, newest first"
          className="max-h-80 overflow-y-auto"
          head={['Day', ...['Found', 'Approved', 'Rejected', 'Applied', 'Interviews', 'Offers'].map(number)]}
        >
          {days.toReversed().map(day => (
            <tr key={day.day}>
              <Cell heading>{exactText(day.day)}</Cell>
              <Cell number>{day.found}</Cell>
              <Cell number>{day.approved}</Cell>
              <Cell number>{day.rejected}</Cell>
              <Cell number>{day.applied}</Cell>
              <Cell number>{day.interview}</Cell>
              <Cell number>{day.offer}</Cell>
            </tr>
          ))}
        </Table>
      </Disclosure>
    </Section>
  )
}
