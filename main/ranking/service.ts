export {
  rankableChunk,
  rankableChunkOf,
  rankableJob,
  skillNames,
  skillNumbers,
} from './rankable-store.ts'
export { currentRates } from './rates-store.ts'
export {
  bestUnder,
  markScored,
  pendingWeights,
  type SharedJobs,
  sharesOf,
  weightsOf,
} from './reorder.ts'
export {
  campaignsRanking,
  copyRankings,
  countJobs,
  insertRankings,
  jobsShiningFor,
  jobsToRank,
  markRanked,
  type RankedSlice,
  type RankingRecord,
  rankedOn,
  rankingsOf,
  refreshBest,
  replaceRankings,
  writeSlice,
} from './store.ts'
