export {
  countJobs,
  insertRankings,
  rankableJobs,
  refreshBest,
  replaceRankings,
} from './store.ts'
