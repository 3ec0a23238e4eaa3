import { expect, it } from 'vitest'
import { Profile } from '../../contract/profile.ts'
import { languageKey, spokenKeys } from './human-languages.ts'

it.each([
  ['English', 'english'],
  ['Mandarin', 'chinese'],
  ['Norwegian Bokmål', 'norwegian'],
  ['Swift', null],
  ['Go', null],
  ['en', null],
  ['', null],
])('the skill %j is the language %j', (name, key) => {
  expect(languageKey(name)).toBe(key)
})

it('a profile speaks languages by code and by name', () => {
  const { languages } = Profile.parse({ languages: ['en', 'zh', 'Klingon', '???'] })
  expect([...spokenKeys(languages)]).toEqual(['english', 'chinese', 'klingon'])
})
