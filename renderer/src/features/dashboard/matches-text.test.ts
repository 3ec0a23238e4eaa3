import { expect, test } from 'vitest'
import { readJobsView } from '../jobs/jobs-view.ts'
import { matchesOf } from './matches-text.ts'

const since = '2026-11-21T00:00:00.000Z'

test('says that those are counted that wait, and leads to them, the best score first', () => {
  const { text, to } = matchesOf(1208, since)
  expect(text).toBe('1,208 waiting above a threshold')
  expect(readJobsView(new URL(to ?? '', 'http://a.example').searchParams)).toMatchObject({
    statuses: ['waiting'],
    foundSince: since,
    sort: 'score',
  })
})

test('leads nowhere when there are none', () => {
  expect(matchesOf(0, since)).toEqual({ text: 'none waiting above a threshold', to: null })
})
