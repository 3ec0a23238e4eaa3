import { expect, test } from 'vitest'
import { Profile, type ProfileInput } from '../../../../main/contract/profile.ts'
import { isBlank, matchLines, resumeSections } from './profile-words.ts'

const said = (own: ProfileInput) => matchLines(Profile.parse(own)).map(line => line.said)

test.each([
  [{}, [null, null, null]],
  [{ skills: ['Go'] }, ['1 skill', null, null]],
  [
    {
      preferred_locations: ['Leeds', 'Remote'],
      remote_preference: ['remote' as const],
      work_authorisation: ['GB'],
    },
    [null, '2 places · remote · work permit for 1 country', null],
  ],
  [{ seniority: 'mid' as const, years_of_experience: 1 }, [null, null, 'Mid-level · 1 year']],
])('%j is matched by %j', (profile, lines) => {
  expect(said(profile)).toEqual(lines)
})

test('a profile is blank until anything is said', () => {
  expect(isBlank(Profile.parse({}))).toBe(true)
  expect(isBlank(Profile.parse({ name: 'Sam' }))).toBe(false)
  expect(isBlank(Profile.parse({ extra: { work: [] } }))).toBe(false)
})

test.each([
  [{}, null],
  [{ basics: {} }, 'no further sections'],
  [{ work: [1], projects: [1], awards: [1, 2], interests: 'x' }, '1 project, 2 awards'],
])('the resume %j holds %s', (extra, words) => {
  expect(resumeSections(extra)).toBe(words)
})
