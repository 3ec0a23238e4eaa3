import { describe, expect, it } from 'vitest'
import { RunId } from '../../../../main/contract/ids.ts'
import type { SourceRunView } from '../../../../main/contract/sources.ts'
import {
  answerWords,
  boardWords,
  historySentence,
  linesOf,
  nameFrom,
  overviewText,
  shareText,
} from './source-words.ts'

const run = (change: Partial<SourceRunView> = {}): SourceRunView => ({
  runId: RunId.parse(1),
  at: '2026-11-18T04:00:00Z',
  ok: true,
  error: null,
  postings: 0,
  fresh: 0,
  unchanged: 0,
  merged: 0,
  unread: 0,
  closed: 0,
  calls: 1,
  milliseconds: 300,
  ...change,
})
const now = new Date('2026-11-21T12:00:00Z')

it('names a board by its company', () => {
  expect(boardWords('Lever: acme', { label: 'Lever', family: 'ats' })).toBe('Lever board of acme')
  expect(boardWords('Remotive', { label: 'Remotive', family: 'board' })).toBe('Remotive')
  expect(boardWords('Lever: acme', undefined)).toBe('Lever: acme')
  expect(nameFrom('acme-labs')).toBe('Acme labs')
})

it('takes a pasted text apart', () => {
  expect(linesOf(' a.example \r\n\n b.example\na.example')).toEqual(['a.example', 'b.example'])
  expect(linesOf('  \n')).toEqual([])
})

it('says how all sources are', () => {
  expect(overviewText([{ state: 'ok' }])).toBe('1 source')
  expect(overviewText([{ state: 'ok' }, { state: 'failing' }, { state: 'off' }, { state: 'resting' }])).toBe(
    '4 sources, 1 failing, 1 resting, 1 switched off',
  )
})

it('writes shares', () => {
  expect(shareText(0)).toBe('0 %')
  expect(shareText(0.004)).toBe('under 1 %')
  expect(shareText(0.125)).toBe('13 %')
})

describe('the sentence of the history', () => {
  it('speaks of one run', () => {
    expect(historySentence([], now)).toBe('No run has asked it yet.')
    expect(historySentence([run({ postings: 13, fresh: 13 })], now)).toBe(
      'It answered the one run. 13 postings the last time. In all 13 new or changed, 0 of them already known from elsewhere.',
    )
  })

  it('counts failures, closings and what could not be read', () => {
    const runs = [
      run({ ok: false, error: 'no' }),
      run({ postings: 12, fresh: 2, closed: 3, unread: 1 }),
      run({ postings: 13, fresh: 13, merged: 4 }),
    ]
    expect(historySentence(runs, now)).toBe(
      'It answered 2 of 3 runs since 18 Nov. 12 postings the last time. In all 15 new or changed, 4 of them already known from elsewhere, 3 closed, 1 not readable.',
    )
    expect(historySentence([run({ ok: false, error: 'no' })], now)).toBe('It did not answer the one run.')
  })
})

it('says what a test said without the name that stands beside', () => {
  expect(answerWords('Lever: acme answers: 3 postings.')).toBe('Answers with 3 postings.')
  expect(answerWords('Lever knows no company named "acme".')).toBe('Lever knows no company named "acme".')
})
