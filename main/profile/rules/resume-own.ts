import { REMOTE_LABELS, SENIORITY_LABELS } from '../../contract/labels.ts'
import { Profile, type ResumeItem } from '../../contract/profile.ts'
import { listed } from '../../ranking/rules/factor.ts'
import { ownOf } from './resume-fields.ts'
import { propose, type Reading } from './resume-reading.ts'
import { yearsText } from './resume-said.ts'
import type { Json } from './resume-text.ts'

/** What an export of Rolecall keeps below `meta`, since a JSON Resume has no place for it. */

type OwnItem = Extract<
  ResumeItem['field'],
  | 'seniority'
  | 'years_of_experience'
  | 'preferred_locations'
  | 'remote_preference'
  | 'salary'
  | 'work_authorisation'
>

const OWN: readonly { field: OwnItem; keys: (keyof Profile)[]; say: (profile: Profile) => string | null }[] =
  [
    {
      field: 'seniority',
      keys: ['seniority'],
      say: ({ seniority }) => seniority && SENIORITY_LABELS[seniority],
    },
    {
      field: 'years_of_experience',
      keys: ['years_of_experience'],
      say: ({ years_of_experience: years }) => (years === null ? null : yearsText(years)),
    },
    {
      field: 'preferred_locations',
      keys: ['preferred_locations'],
      say: ({ preferred_locations: places }) => (places.length === 0 ? null : places.join(' · ')),
    },
    {
      field: 'remote_preference',
      keys: ['remote_preference'],
      say: ({ remote_preference: ways }) =>
        ways.length === 0
          ? null
          : listed(
              ways.map(way => REMOTE_LABELS[way]),
              'or',
            ),
    },
    {
      field: 'salary',
      keys: ['salary_min', 'salary_currency'],
      say: ({ salary_min, salary_currency }) =>
        salary_min === null ? null : `${salary_min.toLocaleString('en')} ${salary_currency ?? ''} a year`,
    },
    {
      field: 'work_authorisation',
      keys: ['work_authorisation'],
      say: ({ work_authorisation: countries }) => (countries.length === 0 ? null : countries.join(', ')),
    },
  ]

/** Reads what an earlier export wrote there; what does not fit is left out with a remark. */
export function readOwn(resume: Json, profile: Profile, reading: Reading): void {
  const own = ownOf(resume)
  for (const { field, keys, say } of OWN) {
    if (keys.every(key => own[key] === undefined || own[key] === null)) continue
    const parsed = Profile.safeParse(Object.fromEntries(keys.map(key => [key, own[key]])))
    if (!parsed.success) {
      reading.remarks.push(`What stands below meta.rolecall as ${keys.join(' and ')} was not understood.`)
      continue
    }
    const given = Object.fromEntries(keys.map(key => [key, parsed.data[key]]))
    const after = say(parsed.data)
    const before = say(profile)
    if (after === null) continue
    if (after === before) reading.same++
    else propose(reading, { id: field, field, before, after }, now => ({ ...now, ...given }))
  }
}
