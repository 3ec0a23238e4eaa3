import { DayBars } from '../../charts/activity-chart.tsx'
import { Section } from '../../ui/page.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { RadioGroup } from '../../ui/toggles.tsx'
import { exactText } from '../../ui/when-text.ts'
import { type ActivityDay, activitySentence, activityTotals } from './activity-text.ts'

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
      <div className="flex flex-col gap-2">
        <DayBars title="jobs per day" rows={days} series={FOUND} showDays={false} />
        <DayBars title="decisions per day" rows={days} series={DECIDED} showDays />
      </div>
      <details className="mt-2 text-sm">
        <summary className="inline-flex min-h-6 items-center text-ink-3 hover:text-ink">
          Show as a table
        </summary>
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
      </details>
    </Section>
  )
}
