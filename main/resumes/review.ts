import { refuse } from '../contract/errors.ts'
import type { Queries } from '../platform/dispatch.ts'

export const reviewQueries = {
  'resumes.review': () => refuse('conflict', 'This résumé is not read yet.'),
} satisfies Partial<Queries>
