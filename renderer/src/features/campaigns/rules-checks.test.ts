import { describe, expect, test } from 'vitest'
import type { EligibilityRules } from '../../../../main/contract/ranking.ts'
import { CheckedDraft, firstMessage, plainIssue, remoteRemark, seniorityRemark } from './rules-checks.ts'

/** Path and message of what is wrong with a campaign that has these rules. */
function problems(rules: Partial<EligibilityRules>, more: object = {}): [string, string][] {
  const checked = CheckedDraft.safeParse({ name: 'Harbours', rules, ...more }, { error: plainIssue })
  return checked.success ? [] : checked.error.issues.map(({ path, message }) => [path.join('.'), message])
}

describe('a campaign is checked at its fields', () => {
  test('rules that can be met pass', () => {
    expect(problems({ require_words: ['Rust'], exclude_words: ['Java'] })).toEqual([])
    expect(problems({ minimum_salary: 50_000 }, { salary_currency: 'EUR' })).toEqual([])
    expect(problems({ minimum_salary: 0 }, { salary_currency: 'EUR' })).toEqual([])
  })

  test('an amount without a currency', () => {
    expect(problems({ minimum_salary: 50_000 })).toEqual([
      ['rules.minimum_salary', expect.stringMatching(/^Choose a currency/)],
    ])
  })

  test('a word that must and must not stand there, however it is written', () => {
    expect(problems({ require_words: ['Go', 'Rust'], exclude_words: [' rust '] })).toEqual([
      ['rules.exclude_words', expect.stringMatching(/^“Rust” is also/)],
    ])
  })

  test('too much of anything is said in plain words', () => {
    expect(problems({ exclude_words: ['x'.repeat(121)] })).toEqual([
      ['rules.exclude_words.0', 'Write at most 120 characters'],
    ])
    const words = Array.from({ length: 51 }, (_, index) => `word ${index}`)
    expect(problems({ require_words: words })).toEqual([['rules.require_words', 'Keep at most 50 entries']])
    expect(problems({}, { name: '' })).toEqual([['name', 'Give the campaign a name']])
  })
})

test('rules that hide what the campaign wishes are remarked on', () => {
  expect(remoteRemark(true, ['remote'])).toBe('')
  expect(remoteRemark(false, ['hybrid'])).toBe('')
  expect(remoteRemark(true, ['remote', 'hybrid'])).toMatch(/Hybrid\. Those jobs are hidden/)
  expect(seniorityRemark(['intern'], ['senior'])).toBe('')
  expect(seniorityRemark(['intern', 'lead'], ['senior', 'lead'])).toMatch(/Lead\. Those jobs are hidden/)
})

test('the first message of a field with entries', () => {
  expect(firstMessage(undefined)).toBeUndefined()
  expect(firstMessage({ message: 'too long', ref: { message: 'never' } })).toBe('too long')
  expect(firstMessage([undefined, { message: 'too long', ref: {} }])).toBe('too long')
  expect(firstMessage({ ref: { message: 'never' } })).toBeUndefined()
})
