import type { ResumeJob } from '../../contract/resumes.ts'
import type { SeniorityLevel } from '../../contract/values.ts'
import { readPosting } from '../../detection/rules/read-posting.ts'
import { detectSeniority } from '../../detection/rules/seniority.ts'
import type { Found } from './found.ts'

/** The level that the title of the newest position names; null when it names none. */
export function seniorityOf(experience: readonly Found<ResumeJob>[]): Found<SeniorityLevel> | null {
  let newest: Found<ResumeJob> | null = null
  for (const job of experience) {
    if (job.value.title !== '' && (newest === null || endOf(job.value) > endOf(newest.value))) newest = job
  }
  if (!newest) return null
  const level = detectSeniority(
    readPosting({ title: newest.value.title, company: '', location_text: '', description: '' }),
  )
  if (!level) return null
  return {
    value: level.value,
    confidence: Math.round(Math.min(level.confidence, newest.confidence) * 100) / 100,
    spots: newest.spots.slice(0, 2),
  }
}

/** When a position ended, as a text that sorts; what goes on is newest, then what began last. */
const endOf = ({ start, end }: ResumeJob): string => (end === 'present' ? '9999' : end || start)
