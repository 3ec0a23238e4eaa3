import { isPicture, lookOf, PRIVATE, type3Scale } from './font-look.ts'
import { type Matrix, multiply, type Rect, rectOf } from './matrix.ts'
import type { FontFace, OPS, OperatorList } from './pdfjs.ts'
import { isDot, isSeen, type Painted, sightOf } from './sight.ts'
import { freshState, IDENTITY, matrixOf, type TextState } from './text-state.ts'

/** One letter (or ligature) as it stands on the page. Lengths in points from the page's top left. */
export interface Glyph {
  text: string
  x0: number
  x1: number
  /** Its baseline. */
  y: number
  size: number
  /** Space that was asked for between all letters. */
  tracking: number
  bold: boolean
  italic: boolean
  /** A picture out of a font of icons. */
  icon: boolean
  /** Names a font; equal for the letters of one. */
  font: string
  /** Turned by a quarter or so: a text at the side of the page. */
  turned: boolean
}

export interface PageGlyphs {
  glyphs: Glyph[]
  /** Small round or square shapes: bullets of lists, as browsers draw them. */
  dots: Rect[]
  /** White letters on nothing that was seen painted: a picture that was not loaded may lie under them. */
  whiteOnNothing: number
}

/** Operators of one page that are looked at; a page of plain text has some thousand. */
const MOST_OPERATORS = 400_000
/** Areas that are remembered; what lies under a letter is looked for among them. */
const MOST_PAINTED = 2000
/** Letters of one page; a page printed full has six thousand. */
const MOST_GLYPHS = 60_000

/**
 * Walks through what a page draws and collects its visible letters with their places. `viewport` leads from the page's
 * own coordinates to points from its top left.
 */
export function glyphsOf(
  list: OperatorList,
  ops: typeof OPS,
  viewport: Matrix,
  size: { width: number; height: number },
  fontOf: (id: string) => FontFace | null,
): PageGlyphs {
  const glyphs: Glyph[] = []
  const painted: Painted[] = []
  let whiteOnNothing = 0
  let state = freshState(viewport)
  const stack: TextState[] = []
  let textMatrix = IDENTITY
  let x = 0
  let y = 0
  let lineX = 0
  let lineY = 0
  const move = (dx: number, dy: number): void => {
    lineX += dx
    lineY += dy
    x = lineX
    y = lineY
  }
  const save = (): void => {
    if (stack.length < 1000) stack.push({ ...state })
  }
  const restore = (): void => {
    state = stack.pop() ?? state
  }

  const show = (items: unknown[]): void => {
    const face = fontOf(state.font)
    const perUnit = (face?.fontMatrix?.[0] ?? 0.001) || 0.001
    const look = lookOf(face)
    const place = multiply(state.matrix, textMatrix)
    const upright = Math.abs(place[1]) < 0.2 * Math.abs(place[0]) && place[0] * state.direction > 0
    const tall = state.fontSize * Math.hypot(place[2], place[3])
    const em = tall * type3Scale(face)
    for (const item of items) {
      if (typeof item === 'number') {
        x -= ((item * state.fontSize) / 1000) * state.stretch
        continue
      }
      if (!isGlyph(item)) continue
      const advance = item.width * state.fontSize * perUnit
      const spacing = state.charSpacing + (item.isSpace ? state.wordSpacing : 0)
      const from = point(place, x, y + state.rise)
      const to = point(place, x + advance * state.direction * state.stretch, y + state.rise)
      x += (advance + spacing * state.direction) * state.stretch
      const text = look.symbols && PRIVATE.test(item.unicode) ? '•' : item.unicode
      if (text === '' || glyphs.length >= MOST_GLYPHS) continue
      const x0 = Math.min(from.x, to.x)
      const x1 = Math.max(from.x, to.x)
      const outside = x1 < -2 || x0 > size.width + 2 || from.y < -2 || from.y > size.height + 12
      if (outside) continue
      const sight = sightOf(state, em, { x: (x0 + x1) / 2, y: from.y - em * 0.3 }, painted)
      if (sight === 'hidden' || sight === 'white') {
        if (text.trim() !== '' && sight === 'white') whiteOnNothing++
        continue
      }
      glyphs.push({
        text,
        x0,
        x1,
        y: from.y,
        size: em,
        tracking: state.charSpacing * state.stretch * Math.hypot(place[0], place[1]),
        bold: look.bold || sight === 'drawn',
        italic: look.italic,
        icon: look.icon || (!look.symbols && PRIVATE.test(text)) || isPicture(text),
        font: state.font,
        turned: !upright,
      })
    }
  }

  const paint = (box: ArrayLike<number> | undefined, color: string | null): void => {
    if (!box || state.alpha < 0.05 || painted.length >= MOST_PAINTED) return
    const [left = 0, top = 0, right = 0, bottom = 0] = Array.from(box)
    painted.push({ ...rectOf(state.matrix, left, top, right, bottom), color })
  }

  const count = Math.min(list.fnArray.length, MOST_OPERATORS)
  for (let at = 0; at < count; at++) {
    const args: unknown[] = Array.isArray(list.argsArray[at]) ? list.argsArray[at] : []
    const first = Number(args[0] ?? 0)
    switch (list.fnArray[at]) {
      case ops.save:
      case ops.beginAnnotation:
        save()
        if (list.fnArray[at] === ops.beginAnnotation) {
          state = freshState(viewport)
          state.matrix = multiply(multiply(state.matrix, matrixOf(args[2])), matrixOf(args[3]))
        }
        break
      case ops.restore:
      case ops.paintFormXObjectEnd:
      case ops.endGroup:
      case ops.endAnnotation:
        restore()
        break
      case ops.paintFormXObjectBegin:
        save()
        state.matrix = multiply(state.matrix, matrixOf(args[0]))
        break
      case ops.beginGroup:
        save()
        state.matrix = multiply(state.matrix, matrixOf(groupMatrix(args[0])))
        break
      case ops.transform:
        state.matrix = multiply(state.matrix, matrixOf(args))
        break
      case ops.beginText:
        textMatrix = IDENTITY
        x = y = lineX = lineY = 0
        break
      case ops.setCharSpacing:
        state.charSpacing = first
        break
      case ops.setWordSpacing:
        state.wordSpacing = first
        break
      case ops.setHScale:
        state.stretch = first / 100
        break
      case ops.setLeading:
        state.leading = -first
        break
      case ops.setTextRise:
        state.rise = first
        break
      case ops.setTextRenderingMode:
        state.mode = first
        break
      case ops.setFont:
        state.font = String(args[0])
        state.fontSize = Math.abs(Number(args[1]))
        state.direction = Number(args[1]) < 0 ? -1 : 1
        break
      case ops.setGState:
        if (Array.isArray(args[0]))
          for (const [key, value] of args[0] as [string, unknown][]) {
            if (key === 'ca') state.alpha = Number(value)
            if (key === 'Font' && Array.isArray(value)) {
              state.font = String(value[0])
              state.fontSize = Math.abs(Number(value[1]))
            }
          }
        break
      case ops.moveText:
        move(first, Number(args[1]))
        break
      case ops.setLeadingMoveText:
        state.leading = Number(args[1])
        move(first, Number(args[1]))
        break
      case ops.nextLine:
        move(0, state.leading)
        break
      case ops.setTextMatrix:
        textMatrix = matrixOf(args.length >= 6 ? args : args[0])
        x = y = lineX = lineY = 0
        break
      case ops.showText:
        if (Array.isArray(args[0])) show(args[0])
        break
      case ops.setFillRGBColor:
        state.fill = String(args[0])
        break
      case ops.setFillColorN:
        state.fill = 'pattern'
        break
      case ops.constructPath:
        if (FILLS(ops).has(Number(args[0]))) paint(args[2] as ArrayLike<number>, state.fill)
        break
      case ops.paintImageXObject:
      case ops.paintInlineImageXObject:
        paint([0, 0, 1, 1], null)
        break
      case ops.shadingFill:
        painted.push({ x0: 0, y0: 0, x1: size.width, y1: size.height, color: null })
        break
      default:
    }
  }
  return {
    glyphs,
    dots: painted.filter((box, at) => isDot(box) && isSeen(box, painted.slice(0, at))),
    whiteOnNothing,
  }
}

const fills = new WeakMap<object, Set<number>>()
function FILLS(ops: typeof OPS): Set<number> {
  const known = fills.get(ops)
  if (known) return known
  const made = new Set([
    ops.fill,
    ops.eoFill,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ])
  fills.set(ops, made)
  return made
}

const point = ([a, b, c, d, e, f]: Matrix, x: number, y: number): { x: number; y: number } => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
})

const groupMatrix = (group: unknown): unknown =>
  group !== null && typeof group === 'object' && 'matrix' in group ? group.matrix : null

interface ShownGlyph {
  unicode: string
  width: number
  isSpace: boolean
}
const isGlyph = (value: unknown): value is ShownGlyph =>
  value !== null && typeof value === 'object' && 'unicode' in value && typeof value.unicode === 'string'
