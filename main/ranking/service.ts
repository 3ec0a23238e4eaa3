export type { RankableRow } from './store.ts'
export {
  countJobs,
  insertRankings,
  rankableJobs,
  refreshBest,
  replaceRankings,
} from './store.ts'
