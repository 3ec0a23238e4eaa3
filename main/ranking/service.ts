export type { RankableRow } from './store.ts'
export {
  campaignsRanking,
  countJobs,
  insertRankings,
  jobsToRank,
  markRanked,
  rankableJobs,
  rankableJobsOf,
  refreshBest,
  replaceRankings,
} from './store.ts'
