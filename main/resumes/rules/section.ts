import type { Line } from './layout.ts'
import type { SectionKind } from './section-words.ts'

/** A part of a résumé under its heading. What stands above the first heading, and contacts, are `head`. */
export interface Section {
  kind: SectionKind
  /** Null for what stands above the first heading. */
  title: Line | null
  /** In reading order, without the heading. */
  lines: Line[]
}
