import { expect, test } from 'vitest'
import { EligibilityRules } from '../../../../main/contract/ranking.ts'
import { languageChoices, languageName } from './language-choices.ts'

test('every language has one code of today and one name, the most asked for first', () => {
  const all = languageChoices()
  const codes = all.map(one => one.value)
  expect(codes.slice(0, 2)).toEqual(['en', 'de'])
  for (const code of ['uk', 'he', 'id', 'ja', 'zh']) expect(codes).toContain(code)
  for (const old of ['iw', 'in', 'ji', 'xx']) expect(codes).not.toContain(old)
  expect(new Set(codes).size).toBe(codes.length)
  expect(new Set(all.map(one => one.label)).size).toBe(all.length)
  expect(EligibilityRules.shape.languages.safeParse(codes.slice(0, 50)).success).toBe(true)
})

test('a code that nobody knows is its own name', () => {
  expect(languageName('de')).toBe('German')
  expect(languageName('qq')).toBe('qq')
})
