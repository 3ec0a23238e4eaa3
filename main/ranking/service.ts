export {
  rankableChunk,
  rankableChunkOf,
  rankableJob,
  skillNames,
  skillNumbers,
  skillTable,
} from './rankable-store.ts'
export { currentRates } from './rates-store.ts'
export {
  bestUnder,
  markMixed,
  markScored,
  pendingWeights,
  type SharedJobs,
  scoredWith,
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
  rankingsOf,
  ranksOfEarlier,
  refreshBest,
  replaceRankings,
  writeSlice,
} from './store.ts'
