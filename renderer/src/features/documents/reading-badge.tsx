import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  FileCheck,
  LoaderCircle,
  Lock,
  type LucideIcon,
} from 'lucide-react'
import type { DocumentReading } from '../../../../main/contract/documents.ts'
import { Badge } from '../../ui/badge.tsx'
import { readingWords } from './document-words.ts'

function iconOf({ state, looksLike }: DocumentReading): LucideIcon {
  if (state === 'waiting') return CircleDashed
  if (state === 'reading') return LoaderCircle
  if (state === 'locked') return Lock
  if (state !== 'read') return CircleAlert
  return looksLike === 'resume' ? FileCheck : CircleCheck
}

/** How far a document is read, as icon, word and colour. */
export function ReadingBadge({ reading }: { reading: DocumentReading }) {
  const { tone, word } = readingWords(reading)
  return (
    <Badge tone={tone} icon={iconOf(reading)}>
      {word}
    </Badge>
  )
}
