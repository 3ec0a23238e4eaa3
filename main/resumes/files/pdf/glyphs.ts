import { isMark } from './marks.ts'
import { type Matrix, multiply, type Rect, rectOf } from './matrix.ts'
import type { FontFace, OPS, OperatorList } from './pdfjs.ts'

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

interface Painted extends Rect {
  /** Null: a picture or a gradient. */
  color: string | null
}

interface TextState {
  matrix: Matrix
  fill: string
  alpha: number
  font: string
  fontSize: number
  direction: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
  mode: number
}

/** Letters below this are meant for no one's eyes, points. */
const SMALLEST = 1.2
/** Operators of one page that are looked at; a page of plain text has some thousand. */
const MOST_OPERATORS = 400_000
/** Areas that are remembered; what lies under a letter is looked for among them. */
const MOST_PAINTED = 2000
/** Letters of one page; a page printed full has six thousand. */
const MOST_GLYPHS = 60_000

/** Height of a font's box in sizes of its letters, as most fonts have it. */
const BOX_HEIGHT = 1.2

/** Fonts of drawn letters (Type 3) have units of their own; their box tells how large a letter is. */
function type3Scale(face: FontFace | null): number {
  if (!face?.isType3Font) return 1
  const unit = Math.abs(face.fontMatrix?.[3] ?? 0.001)
  const [, bottom = 0, , top = 0] = face.bbox ?? []
  const height = Math.abs(top - bottom) * unit
  return height > 0.05 && height < 50 ? height / BOX_HEIGHT : unit * 1000
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

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

const freshState = (matrix: Matrix): TextState => ({
  matrix,
  fill: '#000000',
  alpha: 1,
  font: '',
  fontSize: 0,
  direction: 1,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
})

/**
 * Whether a letter can be seen: not when drawn invisibly, tiny, or in the colour of what lies under it. `drawn`: browsers
 * draw letters that they make bold themselves as shapes, and put clear ones over them for copying.
 */
function sightOf(
  state: TextState,
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

function isDot({ x0, y0, x1, y1, color }: Painted): boolean {
  const [width, height] = [x1 - x0, y1 - y0]
  return color !== null && height > 0.8 && height < 8 && Math.abs(width - height) < height * 0.3
}

/** White shapes are seen on what is dark only. */
function isSeen(box: Painted, before: readonly Painted[]): boolean {
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

const point = ([a, b, c, d, e, f]: Matrix, x: number, y: number): { x: number; y: number } => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
})

function matrixOf(value: unknown): Matrix {
  if (value === null || typeof value !== 'object') return IDENTITY
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(value as ArrayLike<number>).map(Number)
  return [a, b, c, d, e, f]
}

const groupMatrix = (group: unknown): unknown =>
  group !== null && typeof group === 'object' && 'matrix' in group ? group.matrix : null

interface ShownGlyph {
  unicode: string
  width: number
  isSpace: boolean
}
const isGlyph = (value: unknown): value is ShownGlyph =>
  value !== null && typeof value === 'object' && 'unicode' in value && typeof value.unicode === 'string'

/** Letters of no alphabet, which each font uses as it likes. */
const PRIVATE = /^[\ue000-\uf8ff]$/
const ICONS =
  /awesome|icon|phosphor|material|feather|lucide|glyph|academicons|marvosym|ionic|typicon|octicon|entypo|\bfa[-_]|fontello/i
/** Signs for a telephone, a letter, a house; not those that begin the items of a list. */
const isPicture = (text: string): boolean =>
  /^(?:[\p{Extended_Pictographic}⌂☏✆]\ufe0f?)$/u.test(text) && !/^[©®™]/.test(text) && !isMark(text)

/** Fonts of signs, whose letters without a meaning are bullets. */
const SYMBOLS = /symbol|wingding|webding|dingbat/i

/** Bold and italic by the font's own flags or its name, LaTeX's short names too (CMBX10, CMTI10, SFBX1000). */
function lookOf(face: FontFace | null): { bold: boolean; italic: boolean; icon: boolean; symbols: boolean } {
  const name = (face?.name ?? '').replace(/^[A-Z]{6}\+/, '')
  return {
    bold:
      face?.bold === true ||
      face?.black === true ||
      /bold|black|heavy|semibd|demi(?!light)|[-_](?:bd|blk)\b/i.test(name) ||
      /^(?:CM|SF|EC|LM)\w*B[XF]?\w*\d+$/.test(name) ||
      /^(?:Nimbus|Utopia|URW).*Medi/.test(name),
    italic:
      face?.italic === true ||
      /ital|obliq|slant/i.test(name) ||
      /^(?:CM|SF|EC)(?:TI|SL|BXTI|BXSL|IT)\w*\d+$/.test(name),
    icon: ICONS.test(name) && !SYMBOLS.test(name),
    symbols: SYMBOLS.test(name),
  }
}
