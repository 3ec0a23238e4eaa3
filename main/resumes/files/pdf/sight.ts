import type { Rect } from './matrix.ts'

/** What of a page can be seen: letters over what was painted before them. */

/** An area that was painted. */
export interface Painted extends Rect {
  /** Null: a picture or a gradient. */
  color: string | null
}

/** How a letter is drawn, as far as it matters to whether it is seen. */
interface Drawn {
  /** Its colour as #rrggbb, or `pattern`. */
  fill: string
  alpha: number
  /** How text is rendered, as PDF numbers it. */
  mode: number
}

/** Letters below this are meant for no one's eyes, points. */
const SMALLEST = 1.2

/**
 * Whether a letter can be seen: not when drawn invisibly, tiny, or in the colour of what lies under it. `drawn`: browsers
 * draw letters that they make bold themselves as shapes, and put clear ones over them for copying.
 */
export function sightOf(
  state: Drawn,
  em: number,
  at: { x: number; y: number },
  painted: Painted[],
): 'seen' | 'drawn' | 'hidden' | 'white' {
  // 3: neither filled nor stroked; 7: only clips (ISO 32000-1, table 106).
  if (state.mode === 3 || state.mode === 7 || em < SMALLEST) return 'hidden'
  if (state.mode === 1 || state.mode === 5 || state.fill === 'pattern') return 'seen'
  const under = painted.filter(box => isOver(box, at))
  if (state.alpha < 0.05) {
    const shape = under.findIndex(box => box.y1 - box.y0 < em * 6)
    if (shape < 0) return 'hidden'
    const below = shape === 0 ? '#ffffff' : under[shape - 1]?.color
    return alike(under[shape]?.color ?? '', below ?? '') ? 'hidden' : 'drawn'
  }
  const top = under.at(-1)
  if (top?.color === null || !alike(state.fill, top?.color ?? '#ffffff')) return 'seen'
  return top ? 'hidden' : 'white'
}

/** A small round or square shape. */
export function isDot({ x0, y0, x1, y1, color }: Painted): boolean {
  const [width, height] = [x1 - x0, y1 - y0]
  return color !== null && height > 0.8 && height < 8 && Math.abs(width - height) < height * 0.3
}

/** White shapes are seen on what is dark only. */
export function isSeen(box: Painted, before: readonly Painted[]): boolean {
  if (box.color !== '#ffffff') return true
  const at = { x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 }
  const under = before.findLast(other => isOver(other, at))
  return under !== undefined && !(under.color !== null && alike(under.color, '#ffffff'))
}

const isOver = (box: Painted, { x, y }: { x: number; y: number }): boolean =>
  x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1

/** Colours that no eye tells apart; each part within 3 %. */
function alike(first: string, second: string): boolean {
  const one = partsOf(first)
  const other = partsOf(second)
  return one !== null && other !== null && one.every((part, at) => Math.abs(part - (other[at] ?? 0)) <= 8)
}

function partsOf(color: string): number[] | null {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color)
  return hex ? hex.slice(1).map(part => Number.parseInt(part, 16)) : null
}
