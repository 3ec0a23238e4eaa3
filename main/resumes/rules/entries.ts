import type { DateContext } from './dates-points.ts'
import { type Assigned, assignAll, type Vocabulary } from './entries-assign.ts'
import { endsSentence } from './entries-body.ts'
import { isBreak } from './entries-breaks.ts'
import { type Entry, entryOf } from './entries-entry.ts'
import { cutInto, type Group, MOST_ENTRIES } from './entries-groups.ts'
import { withHouses, withoutTowns } from './entries-houses.ts'
import { joinParagraphs } from './entries-paragraphs.ts'
import type { Row } from './entries-row.ts'
import { rowsOf } from './entries-rows.ts'
import { joinWrapped } from './entries-wrapped.ts'
import type { Line } from './layout.ts'

/** Entries of a section: where each begins, what heads it, what stands under it. */

/** Past this no résumé goes; the rest would only cost time. */
const MOST_LINES = 4000

/**
 * The entries of sections of one kind, in their order. Each section is cut by its own layout, and all of them together
 * decide what is a title and what a company.
 */
export function readEntries(
  sections: readonly (readonly Line[])[],
  vocabulary: Vocabulary,
  context: DateContext,
): Entry[] {
  const groups: Group[] = []
  let left = MOST_LINES
  for (const lines of sections) {
    const rows = rowsOf(joinWrapped(joinParagraphs(lines.slice(0, left))), vocabulary.least, context)
    left -= rows.length
    if (vocabulary.isTown) markTowns(rows, vocabulary.isTown)
    groups.push(...cutInto(rows, vocabulary))
  }
  const few = groups.slice(0, MOST_ENTRIES)
  const assigned = assignAll(few, vocabulary)
  return finished(kept(few, assigned, vocabulary), vocabulary)
}

/** A name of three words at most. */
const NAME = /^\p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+){0,2}$/u

/** Marks lines of a town alone below dates alone, which are no companies when several entries have one. */
function markTowns(rows: readonly Row[], isTown: (text: string) => boolean): void {
  const below = rows.filter((row, index) => {
    const before = rows[index - 1]
    return before?.dates && before.spans.length === 0 && !row.dates && !row.body && NAME.test(row.line.text)
  })
  if (below.length < 2) return
  const towns = below.filter(row => isTown(row.line.text))
  if (towns.length >= 2 && towns.length >= below.length * 0.6) for (const row of below) row.town = true
}

/** Leaves out what only might have been an entry and names too little; its rows go back to the entry before. */
function kept(
  groups: readonly Group[],
  assigned: readonly Assigned[],
  vocabulary: Vocabulary,
): { group: Group; assigned: Assigned }[] {
  const result: { group: Group; assigned: Assigned }[] = []
  for (const [index, group] of groups.entries()) {
    const each = assigned[index]
    if (!each) continue
    const first = each.first ? vocabulary.first(each.first.text) : -1
    const second = each.second ? vocabulary.second(each.second.text) : -1
    if (!group.optional || (first >= 1 && second >= 0.3) || (group.alone && Math.max(first, second) >= 1)) {
      result.push({ group, assigned: each })
      continue
    }
    const before = result.at(-1)
    if (before) before.group = { ...before.group, body: [...before.group.body, ...group.rows, ...group.body] }
  }
  return result
}

function finished(entries: readonly { group: Group; assigned: Assigned }[], vocabulary: Vocabulary): Entry[] {
  const read = entries.map(({ group, assigned }) => entryOf(group, assigned))
  for (const [index, { group }] of entries.entries()) {
    const [before, entry] = [read[index - 1], read[index]]
    if (before && entry) before.body = [...before.body, ...sentencesAbove(group, entry)]
  }
  // No company and no title is carried over from, or to, a time without work.
  const worked = read.filter(({ first, second }) => !isBreak(first) && !isBreak(second))
  return withoutTowns(withHouses(worked, vocabulary), vocabulary)
}

/** Sentences above the header of an entry that say nothing of it: they end the entry before. */
function sentencesAbove({ rows }: Group, { head }: Entry): Line[] {
  const begins = rows.findIndex(({ line }) => head.includes(line))
  return rows
    .slice(0, Math.max(begins, 0))
    .filter(({ line, idle }) => !idle && endsSentence(line.text))
    .map(({ line }) => line)
}
