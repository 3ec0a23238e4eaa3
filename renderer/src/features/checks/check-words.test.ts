import { describe, expect, it } from 'vitest'
import type { CheckResultView, Severity } from '../../../../main/contract/checks.ts'
import { failingFirst, failingText, standingText, trendText } from './check-words.ts'

const check = (state: CheckResultView['state'] | null, severity: Severity = 'warning') => ({
  severity,
  last:
    state === null
      ? null
      : {
          name: 'counts' as const,
          severity,
          state,
          failing: 0,
          looked: 0,
          message: '',
          at: '2026-11-22T08:00:00Z',
          runId: null,
          milliseconds: 1,
        },
})

describe('all checks in a sentence', () => {
  it('tells what was never made, what holds and what fails', () => {
    expect(standingText([check(null), check(null)])).toBe('Not checked yet')
    expect(standingText([check('passed'), check('passed')])).toBe('All 2 hold')
    expect(standingText([check('passed'), check(null)])).toBe('1 of 2 checked, and they hold')
    expect(standingText([check('passed'), check('failed')])).toBe('1 of 2 fails')
    expect(standingText([check('failed', 'critical')])).toBe('1 of 1 fails, critical')
    expect(standingText([check('failed', 'critical'), check('failed'), check('error')])).toBe(
      '2 of 3 fail, 1 of them critical, 1 could not be made',
    )
  })
})

it('says how many rows break a check', () => {
  expect(failingText({ failing: 0, looked: 0 })).toBe('')
  expect(failingText({ failing: 0, looked: 3400 })).toBe('none of 3,400 rows')
  expect(failingText({ failing: 12, looked: 3400 })).toBe('12 of 3,400 rows')
  expect(failingText({ failing: 1, looked: 0 })).toBe('1 row')
})

it('says what the trend shows', () => {
  const at = '2026-11-22T08:00:00Z'
  expect(trendText([])).toBe('No results yet')
  expect(trendText([0, 0].map(failing => ({ at, failing })))).toBe('None failing in the last 2 checks')
  expect(trendText([40, 1].map(failing => ({ at, failing })))).toBe(
    '1 row failing now, at most 40 in the last 2 checks',
  )
})

it('what fails comes first, then what could not be made, the rest as it was', () => {
  const all = (['passed', 'error', null, 'failed', 'passed'] as const).map((state, at) => ({
    at,
    ...check(state),
  }))
  expect(failingFirst(all).map(({ at }) => at)).toEqual([3, 1, 0, 2, 4])
})
