import { expect, test } from 'vitest'
import { Profile } from '../../../../main/contract/profile.ts'
import { isEmptyProfile } from './empty-profile.ts'

test.each([
  [{}, true],
  [{ name: 'Ines', headline: 'Welder', salary_min: null }, true],
  [{ skills: ['Welding'] }, false],
  [{ preferred_locations: ['Leeds'] }, false],
  [{ remote_preference: ['remote' as const] }, false],
  [{ seniority: 'senior' as const }, false],
  [{ years_of_experience: 0 }, false],
])('a profile of %o matches nothing: %s', (draft, empty) => {
  expect(isEmptyProfile(Profile.parse(draft))).toBe(empty)
})
