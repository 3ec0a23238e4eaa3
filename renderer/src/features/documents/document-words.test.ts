import { expect, test } from 'vitest'
import { READING_STATES } from '../../../../main/contract/documents.ts'
import { documentRow } from './document.fixture.ts'
import { canReview, copyTitle, documentRowName, factsText, readingWords, usedText } from './document-words.ts'

test('every state has a word, and each that failed says what to do', () => {
  for (const state of READING_STATES) {
    const words = readingWords({ state, looksLike: null })
    expect(words.word).not.toBe('')
    if (words.tone === 'warn' || words.tone === 'bad') expect(words.todo).not.toBe('')
  }
  expect(readingWords({ state: 'read', looksLike: 'resume' }).word).toBe('Reads like a résumé')
})

test('a row is said in one sentence', () => {
  const row = documentRow({ title: 'Ann Lee', used: 2 })
  expect(documentRowName(row)).toBe('Ann Lee, Résumé, PDF, Reads like a résumé, used in 2 applications')
  expect(factsText(row)).toBe('Résumé · PDF · 120 kB · 2 pages')
  expect(factsText({ ...row, versions: 3 })).toBe('Résumé · PDF · 120 kB · 2 pages · version 1')
})

test('only what was read as a résumé is held against the profile', () => {
  const row = documentRow({})
  expect(canReview(row)).toBe(true)
  const letter = { ...row.current, reading: { ...row.current.reading, looksLike: 'cover_letter' as const } }
  expect(canReview({ current: letter })).toBe(false)
  const waiting = { ...row.current, reading: { ...row.current.reading, state: 'waiting' as const } }
  expect(canReview({ current: waiting })).toBe(false)
})

test('uses are counted in words, and a copy keeps within the length of a title', () => {
  expect([0, 1, 1200].map(usedText)).toEqual(['', 'Used in 1 application', 'Used in 1,200 applications'])
  expect(copyTitle('Letter')).toBe('Letter (copy)')
  expect(copyTitle('x'.repeat(200)).length).toBe(200)
})
