import { expect, test } from 'vitest'
import { EntryId, type HistoryEntry } from '../../../../main/contract/applications.ts'
import type { TimelineEntry } from '../../../../main/contract/shapes.ts'
import { timelineLines } from './timeline-lines.ts'

const at = (day: number) => `2026-11-0${day}T10:00:00.000Z`
const posting = (day: number, kind: TimelineEntry['kind'], text: string): TimelineEntry => ({
  at: at(day),
  kind,
  text,
})
const happened = (day: number, kind: HistoryEntry['kind'], text: string, id: number | null = null) => ({
  at: at(day),
  kind,
  text,
  entryId: id === null ? null : EntryId.parse(id),
})
const texts = (lines: ReturnType<typeof timelineLines>) => lines.map(line => line.text)

test('both records stand as one, the newest first, and what both tell of once', () => {
  const timeline = [
    posting(1, 'found', 'Northwind careers'),
    posting(2, 'posting_added', 'Pasted text'),
    posting(3, 'status', 'applied'),
    posting(6, 'closed', ''),
  ]
  const history = [
    happened(3, 'status', 'applied'),
    happened(4, 'call', 'Talked to Ann', 7),
    happened(5, 'response', 'interview'),
  ]
  const lines = timelineLines(timeline, history)
  expect(texts(lines)).toEqual([
    'No longer open',
    'Invitation to an interview',
    'Talked to Ann',
    'Applied',
    'Added again by a text',
    'Found at Northwind careers',
  ])
  expect(lines[2]?.entryId).toBe(7)
})

test('of one moment, the later in its record is the newer', () => {
  const timeline = [posting(1, 'found', ''), posting(1, 'status', 'archived')]
  expect(texts(timelineLines(timeline, []))).toEqual(['Archived', 'Found'])
})
