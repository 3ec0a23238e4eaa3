import type { Queries } from '../platform/dispatch.ts'

export const historyQueries = {
  'resumes.history': () => [],
} satisfies Partial<Queries>
