export { searchCandidates } from '../search/service.ts'
