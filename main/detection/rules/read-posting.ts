import type { PostingText } from '../../contract/facts.ts'
import { headerParts } from './header.ts'
import { findLabels, type LabelledValue } from './labels.ts'
import { detectLanguage } from './language.ts'
import { findMarks, type Marks } from './marks.ts'
import { type ReadText, readText, type Span } from './text.ts'

/** The texts of one posting, prepared once for all rules. */
export interface ReadPosting {
  title: ReadText
  location: ReadText
  description: ReadText
  /** Form fields in the description. */
  labels: LabelledValue[]
  /** The parts of the description's top lines. */
  header: Span[]
  /** Where the description may speak of what the rules look for only there. */
  marks: Marks
  /** ISO 639-1 of the description, null when unsure. */
  language: string | null
}

/** Prepares the texts of a posting for the rules. */
export function readPosting(posting: PostingText): ReadPosting {
  const description = readText('description', posting.description)
  return {
    title: readText('title', posting.title),
    location: readText('location', posting.location_text),
    description,
    labels: findLabels(description),
    header: headerParts(description),
    marks: findMarks(description.lower),
    language: detectLanguage(description),
  }
}
