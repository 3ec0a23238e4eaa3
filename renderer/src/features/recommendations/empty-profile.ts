import type { Profile } from '../../../../main/contract/profile.ts'

/** True for a profile that says nothing that jobs are matched with. */
export function isEmptyProfile(
  profile: Pick<
    Profile,
    'skills' | 'preferred_locations' | 'remote_preference' | 'seniority' | 'years_of_experience'
  >,
): boolean {
  const { skills, preferred_locations, remote_preference, seniority, years_of_experience } = profile
  const lists = [skills, preferred_locations, remote_preference]
  return lists.every(list => list.length === 0) && seniority === null && years_of_experience === null
}
