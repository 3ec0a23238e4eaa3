import type { JobTerms } from '../../../contract/terms.ts'
import type { RemoteOption } from '../../../contract/values.ts'
import { findMarks } from '../marks.ts'
import type { ReadPosting } from '../read-posting.ts'
import { findBenefits } from './benefits.ts'
import { findEducation } from './education.ts'
import { findLanguages } from './languages-asked.ts'
import { findRemoteFrom } from './remote-from.ts'
import { findTimeZone } from './time-zone.ts'
import { findVisa } from './visa.ts'

/** The terms that a posting states in words; offices are left empty. `remote` is what its facts say of remote work. */
export function detectTerms(posting: ReadPosting, remote: RemoteOption | null): JobTerms {
  const { title, description, marks } = posting
  const inTitle = findMarks(title.lower)
  return {
    education: findEducation(description, marks.education),
    visa_sponsorship: findVisa(description, marks.visa) ?? findVisa(title, inTitle.visa),
    languages: inBoth(findLanguages(title, inTitle.languages), findLanguages(description, marks.languages)),
    benefits: findBenefits(description, marks.benefits, marks.offers),
    remote_from: findRemoteFrom(posting, marks.remoteFrom, remote),
    time_zone: findTimeZone(description, marks.timeZone) ?? findTimeZone(title, inTitle.timeZone),
    offices: [],
  }
}

type Languages = JobTerms['languages']

/** A language of the title is kept with its title; the text may name its level. */
function inBoth(title: Languages, description: Languages): Languages {
  if (title.length === 0) return description
  const others = description.filter(({ value }) => !title.some(own => own.value.language === value.language))
  for (const { value } of title) {
    value.level ??= description.find(other => other.value.language === value.language)?.value.level ?? null
  }
  return [...title, ...others]
}
