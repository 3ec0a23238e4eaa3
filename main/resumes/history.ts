import type { Queries } from '../platform/dispatch.ts'
import { reviewsTaken } from './review-store.ts'

export const historyQueries = {
  'resumes.history': ({ db }, { limit }) => reviewsTaken(db, limit),
} satisfies Partial<Queries>
