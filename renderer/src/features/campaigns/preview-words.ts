import type { Contract } from '../../../../main/contract/api.ts'
import type { OutputOf } from '../../../../main/contract/define.ts'

export type RankingPreview = OutputOf<Contract['ranking']['preview']>
export type PreviewRow = RankingPreview['rows'][number]

/** How a job's place changes: up or down by so many places, the same, or shown for the first time. */
export type Move =
  | { kind: 'up' | 'down'; places: number; before: number }
  | { kind: 'same' }
  | { kind: 'new' }

/** The move of a row that stands at `place`, from 1. */
export function moveOf(row: Pick<PreviewRow, 'before'>, place: number): Move {
  const { before } = row
  if (before === null) return { kind: 'new' }
  if (before === place) return { kind: 'same' }
  return { kind: before > place ? 'up' : 'down', places: Math.abs(before - place), before }
}

/** A move for those who do not see the arrow; '' for none. */
export function moveText(move: Move): string {
  if (move.kind === 'same') return ''
  if (move.kind === 'new') return 'hidden until now'
  const places = `${move.places.toLocaleString('en')} ${move.places === 1 ? 'place' : 'places'}`
  return `${move.kind} ${places}, from ${move.before.toLocaleString('en')}`
}

const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const word = (count: number) => NUMBERS[count] ?? count.toLocaleString('en')

/** What a preview says of the order in one sentence: "The order is as it is now.", "Four of the top ten move, one is new there." */
export function orderText(rows: readonly Pick<PreviewRow, 'before'>[]): string {
  const moves = rows.map((row, index) => moveOf(row, index + 1))
  const moved = moves.filter(move => move.kind !== 'same').length
  const fresh = rows.filter(row => row.before === null || row.before > rows.length).length
  if (moved === 0) return 'The order is as it is now.'
  const words = `${word(moved)} of the top ${word(rows.length)} ${moved === 1 ? 'moves' : 'move'}`
  const said = words.charAt(0).toUpperCase() + words.slice(1)
  return fresh === 0 ? `${said}.` : `${said}, ${word(fresh)} ${fresh === 1 ? 'comes' : 'come'} in from below.`
}

/**
 * How many jobs the rules hide: "Hides 12 of the 214 jobs that wait in this campaign." `all`: how many wait there, when
 * the rules were tried on the newest only.
 */
export function hiddenText(
  { ineligible, total }: Pick<RankingPreview, 'ineligible' | 'total'>,
  all = total,
): string {
  if (total === 0) return 'This campaign has no waiting jobs yet that it could hide.'
  const count = total.toLocaleString('en')
  const jobs =
    total === 1
      ? 'the one job that waits'
      : all > total
        ? `the newest ${count} of ${all.toLocaleString('en')} jobs that wait`
        : `the ${count} jobs that wait`
  const many = ineligible === 0 ? 'none' : ineligible === total ? 'all' : ineligible.toLocaleString('en')
  return `Hides ${many} of ${jobs} in this campaign.`
}
