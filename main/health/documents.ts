import { lookAtDocuments } from '../documents/service.ts'
import { counted, green, type Looked, unwell } from './look.ts'

const MIB = 1024 * 1024
/** So many names fit in a line. */
const MOST_NAMED = 3

/** Every document has its file: one that is missing, or of another size, is told and never removed. */
export const documents: Looked = ({ db, dataDir }) => {
  const { files, bytes, missing } = lookAtDocuments(db, dataDir)
  if (missing.length === 0)
    return green(
      'documents',
      files === 0 ? 'None yet' : `${counted(files, 'file')}, ${(bytes / MIB).toFixed(1)} MB, all there`,
      '/documents',
    )
  const names = missing.slice(0, MOST_NAMED).map(title => `“${title}”`)
  const others = missing.length > MOST_NAMED ? ` and ${counted(missing.length - MOST_NAMED, 'other')}` : ''
  const count = counted(missing.length, 'file')
  return {
    ...unwell(
      'documents',
      'amber',
      `${count} missing or changed outside of Rolecall: ${names.join(', ')}${others}`,
      'Add the files again, or put the folder “documents” back from a copy of your data folder.',
      '/documents',
    ),
    neutral: `${count} missing or changed`,
  }
}
