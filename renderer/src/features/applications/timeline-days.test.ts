import { expect, test } from 'vitest'
import type { TimelineRow } from '../../../../main/contract/applications.ts'
import { CompanyId, JobId } from '../../../../main/contract/ids.ts'
import { timelineLines } from './timeline-days.ts'

const row = (day: number, hour: number): TimelineRow => ({
  at: new Date(2026, 10, day, hour).toISOString(),
  kind: 'status',
  text: 'applied',
  entryId: null,
  jobId: JobId.parse(1),
  title: 'Gardener',
  company: 'Mossbank',
  companyId: CompanyId.parse(1),
  status: 'applied',
})

test('each day is named once, above its newest moment', () => {
  const lines = timelineLines([row(21, 9), row(21, 8), row(20, 23), row(2, 12)], '2026-11-21')
  expect(lines.map(line => line.heading)).toEqual(['Today', null, 'Yesterday', 'Monday, 2 November'])
})

test('moments that look alike stay apart', () => {
  const keys = timelineLines([row(21, 9), row(21, 9)], '2026-11-21').map(line => line.key)
  expect(new Set(keys).size).toBe(2)
})
