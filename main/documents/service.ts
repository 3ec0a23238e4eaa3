export { currentResumes, type Reading, readingOf, type TextPages } from './readings.ts'
