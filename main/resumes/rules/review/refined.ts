import type { ParsedResume } from '../../../contract/resumes.ts'
import type { UsualName } from '../../../profile/rules/resume-fields.ts'
import type { ReviewedResume } from './items.ts'

/** placeholder until the model is asked */
export function refined(
  resume: ParsedResume,
  _answer: unknown,
  _text: readonly { page: number; text: string }[],
  _usual: UsualName,
): ReviewedResume {
  return { resume, byModel: new Set() }
}
