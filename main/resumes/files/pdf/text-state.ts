import type { Matrix } from './matrix.ts'

/** How text is drawn at a point of a page's operators. */
export interface TextState {
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

/** The matrix that changes nothing. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** How text is drawn where nothing was said yet. */
export const freshState = (matrix: Matrix): TextState => ({
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

/** Six numbers as a matrix; what is none changes nothing. */
export function matrixOf(value: unknown): Matrix {
  if (value === null || typeof value !== 'object') return IDENTITY
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(value as ArrayLike<number>).map(Number)
  return [a, b, c, d, e, f]
}
