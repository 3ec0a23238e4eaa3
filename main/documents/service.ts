export { markAttachedSent, takeBackSent } from './attach.ts'
export { type DocumentTools, documentCommands } from './commands.ts'
export { readKept } from './files.ts'
export { documentQueries } from './queries.ts'
export { createReadingQueue, type DocumentTask, type ReadingQueue } from './reading-queue.ts'
export { currentResumes, type Reading, readingOf } from './readings.ts'
export { fileNameOf } from './rules/names.ts'
export {
  findDocument,
  findVersion,
  jobExists,
  newestVersion,
  wasSent,
} from './store.ts'
export { renameDocument } from './title.ts'
export { documentUndoers } from './undo.ts'
export { lookAtDocuments, settleFiles, trimDocuments } from './upkeep.ts'
export {
  changeVersion,
  createDocument,
  createVersion,
  keepContent,
} from './write.ts'
