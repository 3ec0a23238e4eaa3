export {
  countJobs,
  insertRankings,
  type RankingRecord,
  rankableJobs,
  refreshBest,
  replaceRankings,
} from './store.ts'
