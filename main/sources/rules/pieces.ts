/** One finished piece of a split text; `text` is null when it grew past the limit and was dropped. */
export interface Piece {
  text: string | null
  /** Length in UTF-16 units, also of a dropped piece. */
  length: number
  /** Why the piece is not whole. */
  flaw?: 'cut_off' | 'unclosed_quote' | 'too_deep'
}

/** Splits a text that arrives in parts. Memory is bounded by the piece limit; time is linear. */
export interface Splitter {
  push(text: string): Piece[]
  end(): Piece[]
}

/** Collects the parts of one piece and forgets them once they are longer than `limit` UTF-16 units. */
export function createCollector(limit: number) {
  let parts: string[] = []
  let length = 0
  return {
    add(text: string, start: number, end: number): void {
      if (end <= start) return
      length += end - start
      if (length > limit) parts = []
      else parts.push(text.slice(start, end))
    },
    isEmpty: (): boolean => length === 0,
    take(flaw?: Piece['flaw']): Piece {
      const text = length > limit ? null : parts.length === 1 ? (parts[0] ?? '') : parts.join('')
      const piece: Piece = flaw === undefined ? { text, length } : { text, length, flaw }
      parts = []
      length = 0
      return piece
    },
  }
}

/** Splits into lines at \n, \r\n or a lone \r; the line ends are not part of the pieces. */
export function createLineSplitter(limit: number): Splitter {
  const collector = createCollector(limit)
  let afterReturn = false
  return {
    push(text) {
      const pieces: Piece[] = []
      let start = 0
      if (afterReturn && text.length > 0) {
        if (text.charCodeAt(0) === 10) start = 1
        afterReturn = false
      }
      let newline = text.indexOf('\n', start)
      let carriage = text.indexOf('\r', start)
      while (newline !== -1 || carriage !== -1) {
        const isReturn = carriage !== -1 && (newline === -1 || carriage < newline)
        const at = isReturn ? carriage : newline
        collector.add(text, start, at)
        pieces.push(collector.take())
        start = at + 1
        if (isReturn) {
          if (start === text.length) afterReturn = true
          else if (text.charCodeAt(start) === 10) start++
        }
        if (newline !== -1 && newline < start) newline = text.indexOf('\n', start)
        if (carriage !== -1 && carriage < start) carriage = text.indexOf('\r', start)
      }
      collector.add(text, start, text.length)
      return pieces
    },
    end: () => (collector.isEmpty() ? [] : [collector.take()]),
  }
}
